// Calculator: tokens, precedence climbing, variables, functions, and errors that say where.

type Token = { kind: "number"; value: number } | { kind: "name" | "sign"; text: string } | { kind: "end" };

class Calculator {
  private readonly variables = new Map<string, number>([["pi", Math.PI]]);
  private tokens: { token: Token; at: number }[] = [];
  private next = 0;

  run(text: string): string {
    try {
      this.tokens = this.read(text);
      this.next = 0;
      const value = this.expression(0);
      if (this.peek().kind !== "end") throw new SyntaxError(`unexpected text at ${this.tokens[this.next].at}`);
      return String(value);
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : "?";
    }
  }

  private read(text: string): { token: Token; at: number }[] {
    const found: { token: Token; at: number }[] = [];
    for (let at = 0; at < text.length; ) {
      const start = at;
      const letter = text[at];
      if (letter === " ") at++;
      else if ((letter >= "0" && letter <= "9") || letter === ".") {
        while (at < text.length && ((text[at] >= "0" && text[at] <= "9") || text[at] === ".")) at++;
        found.push({ token: { kind: "number", value: Number(text.slice(start, at)) }, at: start });
      } else if (letter >= "a" && letter <= "z") {
        while (at < text.length && text[at] >= "a" && text[at] <= "z") at++;
        found.push({ token: { kind: "name", text: text.slice(start, at) }, at: start });
      } else found.push({ token: { kind: "sign", text: text[at++] }, at: start });
    }
    found.push({ token: { kind: "end" }, at: text.length });
    return found;
  }

  private peek(): Token {
    return this.tokens[this.next].token;
  }

  private takes(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== "sign" || token.text !== sign) return false;
    this.next++;
    return true;
  }

  private expression(least: number): number {
    let left = this.operand();
    for (;;) {
      const token = this.peek();
      const strength = token.kind === "sign" ? "=+-*/%^".indexOf(token.text) : -1;
      const level = [0, 1, 1, 2, 2, 2, 3][strength] ?? -1;
      if (token.kind !== "sign" || strength < 1 || level < least) return left;
      this.next++;
      const right = this.expression(token.text === "^" ? level : level + 1);
      if (token.text === "+") left += right;
      else if (token.text === "-") left -= right;
      else if (token.text === "*") left *= right;
      else if (token.text === "/") left /= right;
      else if (token.text === "%") left %= right;
      else left **= right;
    }
  }

  private operand(): number {
    const { token, at } = this.tokens[this.next++];
    if (token.kind === "number") return token.value;
    if (token.kind === "end") throw new SyntaxError("ends too early");
    if (token.kind === "name") {
      if (this.takes("(")) return this.close(this.call(token.text, this.expression(1)));
      if (this.takes("=")) {
        const value = this.expression(1);
        this.variables.set(token.text, value);
        return value;
      }
      const value = this.variables.get(token.text);
      if (value === undefined) throw new ReferenceError(`${token.text} at ${at}`);
      return value;
    }
    if (token.text === "-") return -this.expression(3);
    if (token.text === "(") return this.close(this.expression(1));
    throw new SyntaxError(`unexpected ${token.text} at ${at}`);
  }

  private close(value: number): number {
    if (!this.takes(")")) throw new SyntaxError(`missing ) at ${this.tokens[this.next].at}`);
    return value;
  }

  private call(name: string, value: number): number {
    switch (name) {
      case "abs":
        return Math.abs(value);
      case "sqrt":
        return Math.sqrt(value);
      default:
        throw new ReferenceError(`no function ${name}`);
    }
  }
}

const calculator = new Calculator();
for (const text of [
  "1 + 2 * 3",
  "(1 + 2) * 3",
  "2 ^ 3 ^ 2",
  "-2 ^ 2",
  "10 - 4 - 3",
  "x = 3.5 * 2",
  "x % 4",
  "sqrt(x + 9) / 0",
  "abs(-x)",
  "y + 1",
  "(1 + 2",
  "1 2",
  "2 *",
  "* 2",
  "sin(1)",
  "-0",
  "1.2.3",
])
  console.log(text.padEnd(16), calculator.run(text));

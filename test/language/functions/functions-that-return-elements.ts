// What a function reads behind the end of its text or list is undefined to whoever asks for it: `while (peek() === " ")`.
interface Token {
  kind: string;
  text: string;
}
interface Source {
  peek(): string;
}
class Scanner implements Source {
  private at = 0;
  constructor(private readonly text: string) {}
  peek(): string {
    return this.text[this.at];
  }
  get current() {
    return this.text[this.at];
  }
  next(): string {
    return this.text[this.at++];
  }
  skip(): this {
    while (this.peek() === " ") this.next();
    return this;
  }
  number(): string {
    let digits = "";
    while (this.current >= "0" && this.current <= "9") digits += this.next();
    return digits;
  }
  *tokens(): Generator<Token> {
    for (;;) {
      this.skip();
      const c = this.peek();
      if (c === undefined) return;
      if (c >= "0" && c <= "9") yield { kind: "number", text: this.number() };
      else yield { kind: "sign", text: this.next() };
    }
  }
}
console.log([...new Scanner("12 + 3").tokens()].map((t) => `${t.kind} ${t.text}`));
const source: Source = new Scanner("");
console.log(source.peek() === "x", source.peek() === undefined, source.peek() ? 1 : 2, !source.peek(), typeof source.peek());
function sum(text: string): number {
  const list = [...new Scanner(text).tokens()];
  let at = 0;
  const peek = () => list[at];
  const take = (): Token => list[at++];
  let total = Number(take().text);
  while (peek()?.text === "+") {
    take();
    total += Number(take().text);
  }
  const rest = peek();
  if (rest) console.log("left:", rest.text);
  return total;
}
console.log(sum("1 + 20 + 300"), sum("4"), sum("5 6"));
const stack: Token[] = [];
const top = (): Token => stack[stack.length - 1];
console.log(top() === undefined, top()?.kind, top() ?? "empty", `${source.peek()}`);
stack.push({ kind: "a", text: "b" });
console.log(top().kind, top() === stack[0]);
switch (source.peek()) {
  case "a":
    console.log("a");
    break;
  case undefined:
    console.log("end");
}

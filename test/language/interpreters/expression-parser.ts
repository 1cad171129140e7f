// Expression parser: recursive descent over a string, a class hierarchy of nodes, evaluation and printing.

abstract class Expression {
  abstract value(): number;
  abstract text(): string;
}
class Literal extends Expression {
  constructor(private readonly literal: number) {
    super();
  }
  value(): number {
    return this.literal;
  }
  text(): string {
    return `${this.literal}`;
  }
}
class Binary extends Expression {
  constructor(
    private readonly operator: string,
    private readonly left: Expression,
    private readonly right: Expression,
  ) {
    super();
  }
  value(): number {
    const left = this.left.value();
    const right = this.right.value();
    switch (this.operator) {
      case "+":
        return left + right;
      case "-":
        return left - right;
      case "*":
        return left * right;
      default:
        return left / right;
    }
  }
  text(): string {
    return `(${this.left.text()} ${this.operator} ${this.right.text()})`;
  }
}
class Parser {
  private at = 0;
  constructor(private readonly source: string) {}

  parse(): Expression {
    let left = this.term();
    while (this.peek() === "+" || this.peek() === "-") left = new Binary(this.take(), left, this.term());
    return left;
  }
  private term(): Expression {
    let left = this.factor();
    while (this.peek() === "*" || this.peek() === "/") left = new Binary(this.take(), left, this.factor());
    return left;
  }
  private factor(): Expression {
    if (this.peek() === "(") {
      this.take();
      const inner = this.parse();
      this.take();
      return inner;
    }
    const start = this.at;
    while (this.isDigit()) this.at++;
    return new Literal(Number(this.source.slice(start, this.at)));
  }
  private isDigit(): boolean {
    const code = this.source.charCodeAt(this.at);
    return (code >= 48 && code <= 57) || code === 46;
  }
  private peek(): string {
    return this.source.charAt(this.at);
  }
  private take(): string {
    return this.source.charAt(this.at++);
  }
}
for (const source of ["1+2*3", "(1+2)*3", "10/4-1", "2*(3+4)*5-6/(7-8)", "0.1+0.2", "((42))"]) {
  const expression = new Parser(source).parse();
  console.log(source, expression.text(), expression.value());
}

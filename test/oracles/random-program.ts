// Random program: plain TypeScript from a seed, the same on Node and compiled. It prints what it computes as it goes, and always ends.
// Shapes: numbers of all kinds (integers, fractions, NaN, -0), int32 operators, strings, booleans, arrays, classes with inheritance,
//         functions with several returns, loops with break and continue, switches, conditionals, compound assignment.

import { Random } from "../passes/random-module.ts";

type Kind = "number" | "int" | "string" | "boolean" | "array" | "object";

interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly isConstant: boolean;
}

interface Signature {
  readonly name: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
}

const typeNames: Record<Kind, string> = {
  number: "number",
  int: "number",
  string: "string",
  boolean: "boolean",
  array: "number[]",
  object: "Shape",
};
const scalars: readonly Kind[] = ["number", "int", "string", "boolean"];
const numberTexts = ["0", "1", "-1", "2", "3.5", "0.1", "-0.5", "1e9", "2147483648", "4294967295", "NaN", "1e21", "100"];
const intTexts = ["0", "1", "-1", "2", "7", "31", "255", "65536", "2147483647", "-2147483648"];
const stringTexts = ['""', '"a"', '"abc"', '"x-y-z"', '"\\u20ac"', '"Hello"', '" "'];

const CLASSES = `class Shape {
  size: number;
  label = "shape";
  constructor(size: number) {
    this.size = size;
  }
  area(): number {
    return this.size;
  }
  get double(): number {
    return this.area() * 2;
  }
}
class Square extends Shape {
  static made = 0;
  constructor(size: number) {
    super(size);
    this.label = "square" + Square.made++;
  }
  override area(): number {
    return this.size * this.size;
  }
}
function show(value: number): string {
  return value === 0 ? (1 / value < 0 ? "-0" : "0") : String(value);
}
`;

/** The text of a program. */
export function makeRandomProgram(seed: number): string {
  return new ProgramMaker(new Random(seed)).make();
}

class ProgramMaker {
  private readonly random: Random;
  private readonly lines: string[] = [];
  private readonly functions: Signature[] = [];
  private scope: Variable[] = [];
  private names = 0;
  private indent = "";
  private budget = 0;
  private loops = 0;
  /** Inside a function that others may call: no unbounded work. */
  private result: Kind | undefined;

  constructor(random: Random) {
    this.random = random;
  }

  make(): string {
    this.lines.push(CLASSES);
    for (let count = 1 + this.random.below(4); count > 0; count--) this.makeFunction();
    this.budget = 25;
    this.statements(3, 12);
    for (const variable of this.scope) this.print(variable.name, variable.kind);
    return `${this.lines.join("\n")}\n`;
  }

  private line(text: string): void {
    this.lines.push(this.indent + text);
  }
  private fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  private makeFunction(): void {
    const { random } = this;
    const params = Array.from({ length: random.below(4) }, () => random.pick([...scalars, "array", "object"] as const));
    const result = random.pick(scalars);
    const name = this.fresh("fn");
    const outer = this.scope;
    this.scope = params.map((kind) => ({ name: this.fresh("p"), kind, isConstant: false }));
    this.line(`function ${name}(${this.scope.map((p) => `${p.name}: ${typeNames[p.kind]}`).join(", ")}): ${typeNames[result]} {`);
    this.result = result;
    this.budget = 10;
    this.nested(() => {
      this.statements(2, 5);
      this.line(`return ${this.expression(result, 2)};`);
    });
    this.line("}");
    this.result = undefined;
    this.scope = outer;
    this.functions.push({ name, params, result });
  }

  /** A block of its own: what it declares is gone afterwards. */
  private nested(body: () => void): void {
    const before = this.scope;
    this.scope = [...before];
    this.indent += "  ";
    body();
    this.indent = this.indent.slice(2);
    this.scope = before;
  }

  private statements(depth: number, count: number): void {
    for (let left = 1 + this.random.below(count); left > 0 && this.budget > 0; left--) this.statement(depth);
  }

  private statement(depth: number): void {
    this.budget--;
    const kind = this.random.next();
    if (kind < 0.3) this.declare();
    else if (kind < 0.5) this.assign();
    else if (kind < 0.62) this.printSomething();
    else if (depth === 0) this.assign();
    else if (kind < 0.75) this.conditional(depth);
    else if (kind < 0.87) this.loop(depth);
    else if (kind < 0.92) this.switchOn(depth);
    else if (this.result !== undefined && kind < 0.95)
      this.line(`if (${this.expression("boolean", 1)}) return ${this.expression(this.result, 1)};`);
    else this.changeArray();
  }

  private declare(): void {
    const kind = this.random.pick<Kind>(["number", "number", "int", "int", "string", "boolean", "array", "object"]);
    const isConstant = this.random.chance(0.4);
    const name = this.fresh("v");
    // Annotated: a literal alone would have a literal type.
    this.line(`${isConstant ? "const" : "let"} ${name}: ${typeNames[kind]} = ${this.expression(kind, 2)};`);
    this.scope.push({ name, kind, isConstant });
  }

  private variable(kind: Kind, isAssigned = false): string | undefined {
    const fitting = this.scope.filter((variable) => variable.kind === kind && !(isAssigned && variable.isConstant));
    return fitting.length === 0 ? undefined : this.random.pick(fitting).name;
  }

  private assign(): void {
    const kind = this.random.pick(scalars);
    const name = this.variable(kind, true);
    if (name === undefined) return this.declare();
    if (kind === "number") this.line(`${name} ${this.random.pick(["=", "+=", "-=", "*="])} ${this.expression("number", 2)};`);
    else if (kind === "int") this.line(`${name} ${this.random.pick(["=", "|=", "&=", "^=", "<<=", ">>="])} ${this.expression("int", 2)};`);
    else if (kind === "string") this.appendText(name);
    else this.line(`${name} = ${this.expression(kind, 2)};`);
  }

  /** Strings stay short: loops would double them. */
  private appendText(name: string): void {
    this.line(`if (${name}.length < 40) ${name} += ${this.expression("string", 1)};`);
  }

  private print(name: string, kind: Kind): void {
    this.line(`console.log(${JSON.stringify(name)}, ${this.shown(name, kind)});`);
  }
  private shown(text: string, kind: Kind): string {
    if (kind === "array") return `${text}.map(show).join(",")`;
    if (kind === "object") return `${text}.label, show(${text}.area())`;
    return kind === "number" || kind === "int" ? `show(${text})` : text;
  }
  private printSomething(): void {
    const kind = this.random.pick(scalars);
    this.line(`console.log(${this.shown(this.expression(kind, 3), kind)});`);
  }

  private conditional(depth: number): void {
    this.line(`if (${this.expression("boolean", 2)}) {`);
    this.nested(() => this.statements(depth - 1, 3));
    if (this.random.chance(0.5)) {
      this.line("} else {");
      this.nested(() => this.statements(depth - 1, 3));
    }
    this.line("}");
  }

  private loop(depth: number): void {
    if (this.loops >= 2) return this.assign();
    this.loops++;
    const counter = this.fresh("i");
    const array = this.variable("array");
    const isOver = array !== undefined && this.random.chance(0.4);
    if (isOver && this.random.chance(0.5)) {
      this.line(`for (const ${counter} of ${array}.slice(0, 6)) {`);
    } else {
      const limit = isOver ? `Math.min(${array}.length, 6)` : String(this.random.below(6));
      this.line(`for (let ${counter} = ${this.random.pick(["0", "0", "-2", "0.5"])}; ${counter} < ${limit}; ${counter}++) {`);
    }
    this.nested(() => {
      this.scope.push({ name: counter, kind: "number", isConstant: true });
      this.statements(depth - 1, 4);
      if (this.random.chance(0.3)) this.line(`if (${this.expression("boolean", 1)}) ${this.random.pick(["break", "continue"])};`);
      this.statements(depth - 1, 2);
    });
    this.line("}");
    this.loops--;
  }

  private switchOn(depth: number): void {
    const isText = this.random.chance(0.4);
    this.line(`switch (${isText ? this.widened("string", 1) : `${this.expression("int", 2)} & 3`}) {`);
    const labels = isText ? ['"a"', '"abc"', '""'] : ["0", "1", "2"];
    for (const label of labels) {
      this.line(`  case ${label}: {`);
      this.nested(() => this.nested(() => this.statements(depth - 1, 2)));
      this.line(`  }${this.random.chance(0.6) ? " break;" : ""}`);
    }
    this.line("  default:");
    this.nested(() => this.printSomething());
    this.line("}");
  }

  private changeArray(): void {
    const array = this.variable("array");
    if (array === undefined) return this.declare();
    const text = this.random.pick(["push", "pop", "set", "reverse", "sort"]);
    if (text === "push") this.line(`if (${array}.length < 20) ${array}.push(${this.expression("number", 1)});`);
    else if (text === "pop") this.line(`${array}.pop();`);
    else if (text === "reverse") this.line(`${array}.reverse();`);
    else if (text === "sort") this.line(`${array}.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));`);
    else this.line(`if (${array}.length > 2) ${array}[${this.random.below(3)}] = ${this.expression("number", 1)};`);
  }

  private expression(kind: Kind, depth: number): string {
    const known = this.variable(kind);
    if (known !== undefined && this.random.chance(depth <= 0 ? 0.8 : 0.25)) return known;
    if (depth <= 0) return this.literal(kind);
    if (this.random.chance(0.08))
      return `(${this.expression("boolean", depth - 1)} ? ${this.expression(kind, depth - 1)} : ${this.expression(kind, depth - 1)})`;
    const callees = this.functions.filter((signature) => signature.result === kind);
    if (callees.length > 0 && this.loops < 2 && this.random.chance(0.12)) return this.call(this.random.pick(callees), depth - 1);
    switch (kind) {
      case "number":
        return this.numberExpression(depth - 1);
      case "int":
        return this.intExpression(depth - 1);
      case "string":
        return this.stringExpression(depth - 1);
      case "boolean":
        return this.booleanExpression(depth - 1);
      case "array":
        return `[${Array.from({ length: this.random.below(5) }, () => this.expression("number", depth - 1)).join(", ")}]`;
      case "object":
        return `new ${this.random.pick(["Shape", "Square"])}(${this.expression("number", depth - 1)})`;
    }
  }

  private call({ name, params }: Signature, depth: number): string {
    return `${name}(${params.map((kind) => this.expression(kind, depth)).join(", ")})`;
  }

  private literal(kind: Kind): string {
    switch (kind) {
      case "number":
        return this.parenthesized(this.random.pick(numberTexts));
      case "int":
        return this.parenthesized(this.random.pick(intTexts));
      case "string":
        return this.random.pick(stringTexts);
      case "boolean":
        return this.random.pick(["true", "false"]);
      case "array":
        return "[1, 2.5, -3]";
      case "object":
        return "new Shape(4)";
    }
  }
  private parenthesized(text: string): string {
    return text.startsWith("-") ? `(${text})` : text;
  }

  private numberExpression(depth: number): string {
    const number = (): string => this.expression(this.random.chance(0.3) ? "int" : "number", depth);
    switch (this.random.below(8)) {
      case 0:
      case 1:
        return `(${number()} ${this.random.pick(["+", "-", "*", "/"])} ${number()})`;
      case 2:
        return `(${number()} % ${number()})`;
      case 3:
        return `Math.${this.random.pick(["floor", "ceil", "trunc", "abs", "sqrt", "round", "sign"])}(${number()})`;
      case 4:
        return `Math.${this.random.pick(["min", "max"])}(${number()}, ${number()})`;
      case 5:
        return `-${this.expression("number", 0)}`.replace("--", "-(-1)*-");
      case 6:
        return `${this.expression("string", depth)}.length`;
      default:
        return this.memberNumber(depth);
    }
  }

  private memberNumber(depth: number): string {
    const object = this.variable("object");
    const array = this.variable("array");
    if (object !== undefined && this.random.chance(0.5)) return `${object}.${this.random.pick(["size", "area()", "double"])}`;
    return array === undefined
      ? this.expression("number", depth)
      : `(${array}[${this.random.below(3)}] ?? ${this.expression("number", 0)})`;
  }

  private intExpression(depth: number): string {
    const int = (): string => this.expression("int", depth);
    switch (this.random.below(6)) {
      case 0:
      case 1:
        return `(${int()} ${this.random.pick(["&", "|", "^", "<<", ">>", ">>>"])} ${int()})`;
      case 2:
        return `((${int()} ${this.random.pick(["+", "-", "*"])} ${int()}) | 0)`;
      case 3:
        return `(${this.expression("number", depth)} | 0)`;
      case 4:
        return `~${this.expression("int", 0)}`;
      default:
        return `Math.imul(${int()}, ${int()})`;
    }
  }

  private stringExpression(depth: number): string {
    const text = (): string => this.expression("string", depth);
    switch (this.random.below(6)) {
      case 0:
        return `(${text()} + ${text()}).slice(0, 30)`;
      case 1:
        return `\`<\${${this.expression(this.random.pick(["int", "boolean", "string"]), depth)}}>\`.slice(0, 20)`;
      case 2:
        return `show(${this.expression("number", depth)})`;
      case 3:
        return `${text()}.slice(${this.random.below(3)}, ${this.random.below(6)})`;
      case 4:
        return `${text()}.${this.random.pick(["trim()", "toUpperCase()", 'replace("a", "bb")', 'padStart(4, "*")', "charAt(1)"])}`;
      default:
        return `(${text()} < ${text()} ? "lt" : "ge")`;
    }
  }

  /** Without its literal type: TypeScript refuses comparisons that those decide. */
  private widened(kind: Kind, depth: number): string {
    return `(${this.expression(kind, depth)} as ${typeNames[kind]})`;
  }

  private booleanExpression(depth: number): string {
    const comparison = this.random.pick(["<", "<=", ">", ">=", "===", "!=="]);
    switch (this.random.below(7)) {
      case 0:
        return `(${this.widened("number", depth)} ${comparison} ${this.widened("number", depth)})`;
      case 1:
        return `(${this.widened("int", depth)} ${comparison} ${this.widened("int", depth)})`;
      case 2:
        return `(${this.widened("string", depth)} ${comparison} ${this.widened("string", depth)})`;
      case 3:
        return `(${this.widened("boolean", depth)} ${this.random.pick(["&&", "||"])} ${this.widened("boolean", depth)})`;
      case 4:
        return `!${this.expression("boolean", depth)}`;
      case 5:
        return `${this.expression("string", depth)}.${this.random.pick(['includes("a")', 'startsWith("x")', 'endsWith("c")'])}`;
      default:
        return `Number.isNaN(${this.expression("number", depth)})`;
    }
  }
}

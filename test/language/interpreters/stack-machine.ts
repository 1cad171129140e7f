// Stack machine: instructions as a discriminated union, an assembler with labels, calls and returns, faults.

type Instruction =
  | { readonly op: "push"; readonly value: number }
  | { readonly op: "add" | "sub" | "mul" | "dup" | "swap" | "drop" | "print" | "ret" | "halt" }
  | { readonly op: "jump" | "jumpIfZero" | "call"; readonly target: number };

function assemble(source: string): Instruction[] {
  const labels = new Map<string, number>();
  const lines: string[][] = [];
  for (const line of source.split(";")) {
    const words = line.trim().split(" ");
    if (words[0].endsWith(":")) labels.set(words[0].slice(0, -1), lines.length);
    else if (words[0] !== "") lines.push([...words, ""]);
  }
  return lines.map(([op, argument]): Instruction => {
    switch (op) {
      case "push":
        return { op, value: Number(argument) };
      case "jump":
      case "jumpIfZero":
      case "call": {
        const target = labels.get(argument);
        if (target === undefined) throw new ReferenceError(`label ${argument}`);
        return { op, target };
      }
      case "add":
      case "sub":
      case "mul":
      case "dup":
      case "swap":
      case "drop":
      case "print":
      case "ret":
      case "halt":
        return { op };
      default:
        throw new SyntaxError(`instruction ${op}`);
    }
  });
}

class Machine {
  private readonly stack: number[] = [];
  private readonly returns: number[] = [];
  readonly output: number[] = [];
  steps = 0;

  run(code: readonly Instruction[]): this {
    for (let at = 0; at < code.length; this.steps++) {
      const instruction = code[at++];
      switch (instruction.op) {
        case "push":
          this.stack.push(instruction.value);
          break;
        case "jump":
          at = instruction.target;
          break;
        case "jumpIfZero":
          if (this.pop() === 0) at = instruction.target;
          break;
        case "call":
          this.returns.push(at);
          at = instruction.target;
          break;
        case "ret":
          at = this.returns.pop() ?? code.length;
          break;
        case "halt":
          return this;
        default:
          this.operate(instruction.op);
      }
    }
    return this;
  }

  private operate(op: "add" | "sub" | "mul" | "dup" | "swap" | "drop" | "print"): void {
    const top = this.pop();
    if (op === "drop") return;
    if (op === "print") return void this.output.push(top);
    if (op === "dup") return void this.stack.push(top, top);
    const below = this.pop();
    if (op === "swap") this.stack.push(top, below);
    else this.stack.push(op === "add" ? below + top : op === "sub" ? below - top : below * top);
  }

  private pop(): number {
    const top = this.stack.pop();
    if (top === undefined) throw new RangeError(`empty stack after ${this.steps} steps`);
    return top;
  }
}

const factorial = assemble(
  "push 1; push 6; loop:; dup; jumpIfZero end; dup; push -1; add; swap; call multiply; jump loop; end:; drop; print; halt; multiply:; swap; dup; print; swap; drop; ret",
);
for (const source of [
  "push 2; push 3; sub; print",
  "call twice; call twice; halt; twice:; push 21; dup; add; print; ret",
  "push 1; add",
  "print",
]) {
  const machine = new Machine();
  try {
    machine.run(assemble(source));
  } catch (error) {
    console.log(error instanceof Error ? `${error.name}: ${error.message}` : "?");
  }
  console.log(machine.output, machine.steps);
}
console.log(factorial.length, new Machine().run(factorial.slice(0, 2)).steps);
const counted = new Machine().run(assemble("push 1; push 6; loop:; dup; print; push -1; add; dup; jumpIfZero end; jump loop; end:; halt"));
console.log(counted.output.join(" "), counted.steps);
for (const source of ["jump nowhere", "fly 1"]) {
  try {
    assemble(source);
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
}

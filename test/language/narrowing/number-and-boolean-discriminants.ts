// Discriminants that are numbers, booleans and enum members.

type Answer = { ok: true; value: number } | { ok: false; reason: string };
function show(answer: Answer): string {
  return answer.ok ? `value ${answer.value}` : `failed: ${answer.reason}`;
}
function strict(answer: Answer): number {
  if (answer.ok === false) return answer.reason.length;
  return answer.value;
}

type Packet = { version: 1; body: string } | { version: 2; parts: string[] };
function body(packet: Packet): string {
  if (packet.version === 1) return packet.body;
  return packet.parts.join("+");
}

enum Op {
  Push = 10,
  Pop = 20,
  Add = 30,
}
type Instruction = { op: Op.Push; value: number } | { op: Op.Pop } | { op: Op.Add };
function run(program: readonly Instruction[]): number[] {
  const stack: number[] = [];
  for (const instruction of program) {
    switch (instruction.op) {
      case Op.Push:
        stack.push(instruction.value);
        break;
      case Op.Pop:
        stack.pop();
        break;
      case Op.Add:
        stack.push((stack.pop() ?? 0) + (stack.pop() ?? 0));
        break;
    }
  }
  return stack;
}

console.log(show({ ok: true, value: 3 }), show({ ok: false, reason: "late" }));
console.log(strict({ ok: true, value: 30 }), strict({ ok: false, reason: "late" }));
console.log(body({ version: 1, body: "one" }), body({ version: 2, parts: ["a", "b"] }));
console.log(run([{ op: Op.Push, value: 2 }, { op: Op.Push, value: 5 }, { op: Op.Add }, { op: Op.Push, value: 1 }, { op: Op.Pop }]).join());

// The assembler: labels, jump relaxation at its borders, alignment, jump tables, positions, and what it refuses.

import test from "ava";
import { Decoder, DecoderOptions } from "iced-x86";
import { Assembler } from "../../compiler/target/x64/assembler.ts";
import { CONDITIONS, exchangeCondition, invertCondition } from "../../compiler/target/x64/conditions.ts";
import { INSTS, type Inst, instSpec } from "../../compiler/target/x64/insts.ts";
import { imm, label, mem, memAt, memSymbol, type Operand, printOperand, reg, symbol } from "../../compiler/target/x64/operands.ts";
import { RAX, RCX, RDI, RSP, xmm } from "../../compiler/target/x64/registers.ts";

/** Targets of all near branches in the code, by the disassembler. */
function branchTargets(bytes: Uint8Array): number[] {
  const targets: number[] = [];
  const decoder = new Decoder(64, bytes, DecoderOptions.None);
  decoder.ip = 0n;
  while (decoder.canDecode) {
    const decoded = decoder.decode();
    if (decoded.isJmpShortOrNear || decoded.isJccShortOrNear || decoded.isCallNear) targets.push(Number(decoded.nearBranchTarget));
    decoded.free();
  }
  decoder.free();
  return targets;
}

function nops(assembler: Assembler, count: number): void {
  for (let index = 0; index < count; index++) assembler.emit("nop");
}

function jumpForward(inst: Inst, distance: number): Uint8Array {
  const assembler = new Assembler();
  const end = assembler.newLabel();
  assembler.emit(inst, label(end));
  nops(assembler, distance);
  assembler.bind(end);
  assembler.emit("ret");
  return assembler.finish().bytes;
}

function jumpBackward(inst: Inst, distance: number): Uint8Array {
  const assembler = new Assembler();
  const start = assembler.newLabel();
  assembler.bind(start);
  nops(assembler, distance);
  assembler.emit(inst, label(start));
  return assembler.finish().bytes;
}

for (const { inst, longSizeBytes } of [
  { inst: "jmp", longSizeBytes: 5 },
  { inst: "jne", longSizeBytes: 6 },
] as const) {
  test(`${inst} forward is short up to 127 bytes`, (t) => {
    t.is(jumpForward(inst, 127).length, 2 + 127 + 1);
    t.is(jumpForward(inst, 128).length, longSizeBytes + 128 + 1);
    t.deepEqual(branchTargets(jumpForward(inst, 127)), [129]);
    t.deepEqual(branchTargets(jumpForward(inst, 128)), [longSizeBytes + 128]);
  });

  test(`${inst} backward is short up to 128 bytes with its own two`, (t) => {
    t.is(jumpBackward(inst, 126).length, 126 + 2);
    t.is(jumpBackward(inst, 127).length, 127 + longSizeBytes);
    t.deepEqual(branchTargets(jumpBackward(inst, 126)), [0]);
    t.deepEqual(branchTargets(jumpBackward(inst, 127)), [0]);
  });
}

test("a jump that grows can push another over its border", (t) => {
  const assembler = new Assembler();
  const [near, far] = [assembler.newLabel(), assembler.newLabel()];
  assembler.emit("jmp", label(near));
  assembler.emit("je", label(far));
  nops(assembler, 125);
  assembler.bind(near);
  nops(assembler, 200);
  assembler.bind(far);
  assembler.emit("ret");
  const { bytes, labelOffsets } = assembler.finish();
  // With a short je the first jump spans 2 + 125 bytes; je needs six, and then it spans 131.
  t.deepEqual(labelOffsets, [5 + 6 + 125, 5 + 6 + 125 + 200]);
  t.deepEqual(branchTargets(bytes), labelOffsets);
});

test("relaxation and alignment agree on every label in a mixed function", (t) => {
  const assembler = new Assembler();
  const labels = Array.from({ length: 60 }, () => assembler.newLabel());
  for (let index = 0; index < labels.length; index++) {
    if (index % 7 === 0) assembler.align(16);
    assembler.bind(labels[index]);
    assembler.emit(index % 3 === 0 ? "jmp" : "jl", label(labels[(index * 17) % labels.length]));
    nops(assembler, (index * 5) % 23);
  }
  const { bytes, labelOffsets } = assembler.finish();
  t.deepEqual(
    branchTargets(bytes),
    labels.map((_, index) => labelOffsets[(index * 17) % labels.length]),
  );
  for (let index = 0; index < labels.length; index += 7) t.is(labelOffsets[index] % 16, 0);
});

test("alignment is filled with nops that decode in whole insts", (t) => {
  for (let start = 0; start < 16; start++) {
    const assembler = new Assembler();
    nops(assembler, start);
    assembler.align(16);
    assembler.emit("ret");
    const { bytes } = assembler.finish();
    t.is(bytes.length, start === 0 ? 1 : 17);
    const decoder = new Decoder(64, bytes, DecoderOptions.None);
    const lengths = decoder.decodeAll().map((decoded) => decoded.length);
    t.is(
      lengths.reduce((sum, length) => sum + length, 0),
      bytes.length,
    );
    t.is(lengths.at(-1), 1);
  }
});

test("a call, an address and a jump table refer to labels across relaxed jumps", (t) => {
  const assembler = new Assembler();
  const [table, one, two] = [assembler.newLabel(), assembler.newLabel(), assembler.newLabel()];
  assembler.emit("lea64", reg(RAX), mem({ label: table }));
  assembler.emit("call", label(two));
  assembler.emit("jmp", label(two));
  assembler.bind(one);
  nops(assembler, 300);
  assembler.bind(two);
  assembler.emit("ret");
  assembler.align(4);
  assembler.bind(table);
  assembler.labelDistance(one, table);
  assembler.labelDistance(two, table);
  const { bytes, labelOffsets } = assembler.finish();
  const view = new DataView(bytes.buffer);
  const [tableOffset, oneOffset, twoOffset] = labelOffsets;
  t.is(view.getInt32(3, true), tableOffset - 7);
  t.is(view.getInt32(8, true), twoOffset - 12);
  t.is(view.getInt32(tableOffset, true), oneOffset - tableOffset);
  t.is(view.getInt32(tableOffset + 4, true), twoOffset - tableOffset);
});

test("relocations move with the jumps before them, and count immediates behind the field", (t) => {
  const assembler = new Assembler();
  const end = assembler.newLabel();
  assembler.emit("jmp", label(end));
  assembler.emit("call", symbol("callee"));
  assembler.emit("mov32", memSymbol("variable", 4), imm(1000));
  nops(assembler, 200);
  assembler.bind(end);
  const { relocations } = assembler.finish();
  t.deepEqual(relocations, [
    { offset: 6, kind: "pc32", symbol: "callee", addend: -4 },
    { offset: 12, kind: "pc32", symbol: "variable", addend: 4 - 4 - 4 },
  ]);
});

test("positions follow the code and say each change once", (t) => {
  const assembler = new Assembler();
  assembler.position(1, 1);
  assembler.position(2, 5);
  assembler.emit("nop");
  assembler.position(2, 5);
  assembler.emit("nop");
  const end = assembler.newLabel();
  assembler.emit("jmp", label(end));
  assembler.position(3, 1);
  nops(assembler, 300);
  assembler.bind(end);
  assembler.position(0);
  assembler.emit("ret");
  t.deepEqual(assembler.finish().positions, [
    { offset: 0, line: 2, column: 5, body: undefined },
    { offset: 7, line: 3, column: 1, body: undefined },
    { offset: 307, line: 0, column: 0, body: undefined },
  ]);
});

const REFUSED: readonly (readonly [Inst, ...Operand[]])[] = [
  ["add64", reg(RAX), imm(2 ** 31)],
  ["add64", memAt(RAX), memAt(RCX)],
  ["add8", reg(RAX), imm(256)],
  ["shl32", reg(RAX), reg(RDI)],
  ["addsd", reg(RAX), reg(xmm(0))],
  ["mov64", reg(40), imm(0)],
  ["lea64", reg(RAX), mem({ base: RAX, index: RSP })],
  ["mov32", reg(RAX), memAt(RCX, 2 ** 31)],
  ["mov32", reg(RAX), imm(1.5)],
  ["mov64", reg(RAX), imm(2n ** 64n)],
  ["ret", reg(RAX)],
];

test("operands that no form takes are refused, not cut off", (t) => {
  for (const [inst, ...operands] of REFUSED) {
    t.throws(
      () => new Assembler().emit(inst, ...operands),
      { name: "CompilerBug" },
      `${inst} ${operands.map((operand) => printOperand(operand)).join(", ")}`,
    );
  }
});

test("labels must be bound, and only once", (t) => {
  const unbound = new Assembler();
  unbound.emit("jmp", label(unbound.newLabel()));
  t.throws(() => unbound.finish(), { message: /never bound/ });
  const twice = new Assembler();
  const place = twice.newLabel();
  twice.bind(place);
  t.throws(() => twice.bind(place), { message: /bound twice/ });
});

test("conditions: inverting twice is nothing, and the table has an inst for each", (t) => {
  for (const condition of CONDITIONS) {
    t.is(invertCondition(invertCondition(condition)), condition);
    t.is(exchangeCondition(exchangeCondition(condition)), condition);
    t.is(instSpec(`j${condition}`).control, "branch");
    t.true(instSpec(`cmov${condition}64`).readsFlags);
  }
  t.is(invertCondition("l"), "ge");
  t.is(exchangeCondition("l"), "g");
  t.is(exchangeCondition("e"), "e");
});

test("each inst has a role for each operand, and fixed registers are marked", (t) => {
  for (const spec of INSTS) {
    const count = Math.max(...spec.forms.map((form) => form.patterns.length));
    t.is(spec.roles.length, count, spec.name);
  }
  t.deepEqual(instSpec("shl64").fixedRegisters, [undefined, RCX]);
  t.deepEqual(instSpec("add64").fixedRegisters, [undefined, undefined]);
  t.is(instSpec("in8").fixedRegisters[0], RAX);
});

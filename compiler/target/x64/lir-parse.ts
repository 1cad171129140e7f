// LIR parser: reads what lir-print.ts writes. What it accepts need not be valid: lir-verify.ts decides that.

import { type ValueType, valueTypeNames } from "../../ir/types.ts";
import { type LirBlock, LirFunction, type RegisterType } from "./lir.ts";
import { lirSpecByText } from "./lir-insts.ts";
import { control, imm, type MemoryParts, mem, type Operand, reg, type Scale, symbol } from "./operands.ts";
import { PHYSICAL_REGISTER_COUNT, type Register, registerName, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

export class LirSyntaxError extends Error {}

const physicalByName: ReadonlyMap<string, Register> = new Map(
  Array.from({ length: PHYSICAL_REGISTER_COUNT }, (_, register) => [registerName(register), register]),
);

/** Throws LirSyntaxError. */
export function parseLir(text: string): LirFunction {
  const [header, ...lines] = text.split("\n").filter((line) => line.trim() !== "");
  const match = /^lir (".*") outgoing (\d+) \((.*)\)$/.exec(header ?? "");
  if (match === null) throw new LirSyntaxError(`not a header: ${header}`);
  const lir = new LirFunction(JSON.parse(match[1]) as string);
  lir.outgoingSizeBytes = Number(match[2]);
  for (const item of splitList(match[3])) lir.newRegister(parseType(item.split(":")[1]));
  let block: LirBlock | undefined;
  for (const line of lines) {
    const start = /^b(\d+)\((.*)\)( cold)?:$/.exec(line);
    if (start !== null) {
      block = lir.addBlock(start[3] !== undefined);
      if (block.id !== Number(start[1])) throw new LirSyntaxError(`blocks are out of order: ${line}`);
      block.params = splitList(start[2]).map(parseRegister);
    } else if (block === undefined) {
      throw new LirSyntaxError(`outside a block: ${line}`);
    } else if (line.startsWith("  ->")) {
      parseEdges(block, line.slice("  ->".length).trim());
    } else {
      parseInst(lir, block, line.trim());
    }
  }
  return lir;
}

function splitList(text: string): string[] {
  return text.trim() === "" ? [] : text.split(",").map((item) => item.trim());
}

function parseType(name: string): RegisterType {
  const type: ValueType = valueTypeNames.indexOf(name);
  if (type < 0) throw new LirSyntaxError(`no type ${name}`);
  return type as RegisterType;
}

function parseRegister(text: string): Register {
  const virtual = /^v(\d+)$/.exec(text);
  const register = virtual === null ? physicalByName.get(text) : VIRTUAL_REGISTERS_FIRST + Number(virtual[1]);
  if (register === undefined) throw new LirSyntaxError(`no register ${text}`);
  return register;
}

function parseEdges(block: LirBlock, text: string): void {
  const [edges, table] = text.split(" table ");
  for (const match of edges.matchAll(/b(\d+)\(([^)]*)\)/g)) {
    block.edges.push({ target: Number(match[1]), args: splitList(match[2]).map(parseRegister) });
  }
  if (table !== undefined) block.table = table.split(" ").map(Number);
}

function parseInst(lir: LirFunction, block: LirBlock, text: string): void {
  const [inst, implied] = text.split(" | ");
  const space = inst.indexOf(" ");
  const name = space < 0 ? inst : inst.slice(0, space);
  const spec = lirSpecByText(name);
  if (spec === undefined) throw new LirSyntaxError(`no inst ${name}`);
  const operands = space < 0 ? [] : splitList(inst.slice(space)).map(parseOperand);
  block.insts.push(lir.create(spec, operands, 0, implied?.split(" ").map(parseRegister)));
}

function parseOperand(text: string): Operand {
  if (text.startsWith("[")) return parseMemory(text.slice(1, -1));
  if (/^-?\d+$/.test(text)) return imm(Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text));
  if (/^cr\d$/.test(text)) return control(Number(text.slice(2)));
  if (/^v\d+$/.test(text) || physicalByName.has(text)) return reg(parseRegister(text));
  return symbol(text);
}

function isRegisterName(text: string): boolean {
  return /^v\d+$/.test(text) || physicalByName.has(text);
}

/** base + index*scale + symbol + displacement, in any order that the printer uses. */
function parseMemory(text: string): Operand {
  const parts: MemoryParts = { displacement: 0 };
  const terms = text
    .replace(/^rel /, "")
    .replace(/ - (\d+)$/, " + -$1")
    .split(" + ");
  for (const term of terms) {
    const [name, scale] = term.split("*");
    if (/^-?\d+$/.test(term)) parts.displacement = Number(term);
    else if (!isRegisterName(name)) parts.symbol = term;
    else if (scale === undefined && parts.base === undefined) parts.base = parseRegister(name);
    else {
      parts.index = parseRegister(name);
      parts.scale = Number(scale ?? 1) as Scale;
    }
  }
  return mem(parts);
}

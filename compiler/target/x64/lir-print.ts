// LIR text: one inst a line, registers as v7:i64 where they are block parameters and as v7 elsewhere; what lir-parse.ts reads.

import { valueTypeNames } from "../../ir/types.ts";
import type { InstIndex, LirBlock, LirFunction } from "./lir.ts";
import { printOperand } from "./operands.ts";
import { isVirtual, type Register, registerName, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

/** The whole function. */
export function printLir(lir: LirFunction): string {
  const types = lir.registerTypes.map((type, index) => `v${index}:${valueTypeNames[type]}`);
  const lines = [`lir ${JSON.stringify(lir.symbol)} outgoing ${lir.outgoingSizeBytes} (${types.join(", ")})`];
  for (const block of lir.blocks) lines.push(...printBlock(lir, block));
  return `${lines.join("\n")}\n`;
}

function printBlock(lir: LirFunction, block: LirBlock): string[] {
  const header = `b${block.id}(${block.params.map(printRegister).join(", ")})${block.isCold ? " cold" : ""}:`;
  return [header, ...block.insts.map((inst) => `  ${printLirInst(lir, inst)}`), `  -> ${printEdges(block)}`];
}

function printRegister(register: Register): string {
  return isVirtual(register) ? `v${register - VIRTUAL_REGISTERS_FIRST}` : registerName(register);
}

function printEdges(block: LirBlock): string {
  const edges = block.edges.map(({ target, args }) => `b${target}(${args.map(printRegister).join(", ")})`).join(", ");
  return block.table === undefined ? edges : `${edges} table ${block.table.join(" ")}`;
}

/** Name and operands; implied registers that only this inst has follow a bar. */
export function printLirInst(lir: LirFunction, inst: InstIndex): string {
  const operands = lir.operands[inst].map((operand) => printOperand(operand)).join(", ");
  const implied = lir.implicitUses[inst]?.map(printRegister).join(" ");
  return `${lir.specs[inst].name}${operands === "" ? "" : ` ${operands}`}${implied === undefined ? "" : ` | ${implied}`}`;
}

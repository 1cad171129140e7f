// LIR verifier: whether a function before allocation keeps the invariants of lir.ts.

import { type InstIndex, type LirBlock, type LirFunction, lirOrder, visitRegisters } from "./lir.ts";
import { computeLiveness } from "./lir-liveness.ts";
import { printLirInst } from "./lir-print.ts";
import { isVirtual, RBP, type Register, RSP, registerName, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

/** Successors by terminator; a branch has two, and a jump table any number. */
const EDGE_COUNTS: ReadonlyMap<string, number> = new Map([
  ["jump", 1],
  ["return", 0],
  ["stop", 0],
]);

/** What is wrong, as messages that name block and inst; none if all is well. */
export function verifyLir(lir: LirFunction): string[] {
  const messages: string[] = [];
  const order = lirOrder(lir);
  const predecessorCounts = lir.blocks.map(() => 0);
  for (const id of order) for (const edge of lir.blocks[id].edges) predecessorCounts[edge.target]++;
  for (const id of order) {
    const complain = (text: string): void => void messages.push(`${lir.symbol}, b${id}: ${text}`);
    verifyEnd(lir, lir.blocks[id], complain);
    verifyEdges(lir, lir.blocks[id], predecessorCounts, complain);
    verifyPhysicalRegisters(lir, lir.blocks[id], complain);
  }
  for (const register of computeLiveness(lir).liveIn[0].registers()) {
    messages.push(`${lir.symbol}: ${registerName(register)} is used where it is not defined`);
  }
  return messages;
}

type Complain = (text: string) => void;

function isEnd(lir: LirFunction, inst: InstIndex): boolean {
  const { name, control } = lir.specs[inst];
  return control !== "next" && control !== "call" && name !== "ud2";
}

function verifyEnd(lir: LirFunction, block: LirBlock, complain: Complain): void {
  const ends = block.insts.filter((inst) => isEnd(lir, inst));
  if (ends.length !== 1 || ends[0] !== block.insts.at(-1)) return complain("has no terminator, or one that is not at the end");
  const { name, condition } = lir.specs[ends[0]];
  const wanted = condition === undefined ? EDGE_COUNTS.get(name) : 2;
  if (wanted !== undefined && wanted !== block.edges.length) complain(`${name} with ${block.edges.length} edges`);
  if ((name === "jump.table") !== (block.table !== undefined)) complain("table and jump.table do not go together");
  for (const entry of block.table ?? []) if (block.edges[entry] === undefined) complain(`table entry ${entry} has no edge`);
}

function verifyEdges(lir: LirFunction, block: LirBlock, predecessorCounts: readonly number[], complain: Complain): void {
  for (const { target, args } of block.edges) {
    const { params } = lir.blocks[target];
    if (args.length !== params.length) complain(`edge to b${target} carries ${args.length} arguments for ${params.length} parameters`);
    args.forEach((arg, index) => {
      if (params[index] !== undefined && lir.isFloat(arg) !== lir.isFloat(params[index]))
        complain(`edge to b${target}: argument ${index} is of another kind`);
    });
    if (block.edges.length === 1) continue;
    if (args.length > 0) complain(`one of several edges carries arguments, to b${target}`);
    if (predecessorCounts[target] > 1) complain(`the edge to b${target} is critical`);
  }
}

/** Physical registers are defined in the block that reads them; the entry block finds all defined. */
function verifyPhysicalRegisters(lir: LirFunction, block: LirBlock, complain: Complain): void {
  const defined = new Set<Register>([RSP, RBP]);
  for (const inst of block.insts) {
    visitRegisters(lir, inst, {
      use: (register) => {
        if (isVirtual(register)) {
          if (lir.registerTypes[register - VIRTUAL_REGISTERS_FIRST] === undefined) complain(`no such register: ${printLirInst(lir, inst)}`);
        } else if (block.id !== 0 && !defined.has(register)) {
          complain(`reads ${registerName(register)}, which nothing here defines: ${printLirInst(lir, inst)}`);
        }
      },
      def: (register) => void defined.add(register),
    });
  }
}

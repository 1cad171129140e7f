// Narrowing, uses: who uses each number of a function.

import { incomingEdges } from "../ir/blocks.ts";
import type { Edge, IrFunction, Value } from "../ir/function.ts";
import { ValueType } from "../ir/types.ts";

export interface NumberUses {
  /** By f64 value, the instructions with it as an operand. */
  readonly users: readonly (readonly Value[])[];
  /** By f64 value, 1 if an edge carries it. */
  readonly isArgument: Uint8Array;
  /** By block, the edges that lead to it. */
  readonly incoming: readonly (readonly Edge[])[];
}

const nobody: readonly Value[] = [];

export function findNumberUses(fn: IrFunction): NumberUses {
  const users = new Array<readonly Value[]>(fn.instCount).fill(nobody);
  const isArgument = new Uint8Array(fn.instCount);
  for (const block of fn.blocks) {
    for (const user of block.insts) {
      for (const operand of fn.operands(user)) {
        if (fn.type(operand) === ValueType.F64) users[operand] = users[operand] === nobody ? [user] : [...users[operand], user];
      }
    }
    for (const edge of block.edges) for (const argument of edge.args) isArgument[argument] = 1;
  }
  return { users, isArgument, incoming: incomingEdges(fn) };
}

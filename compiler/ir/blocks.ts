// Blocks: changes to the shape of a function that keep its invariants.

import { reversePostorder } from "./control-flow.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "./function.ts";
import { Op } from "./ops.ts";
import { ValueType } from "./types.ts";

/** Drops unreachable blocks and numbers the others anew, in reverse postorder. Result: whether a block went away or moved. */
export function orderBlocks(fn: IrFunction): boolean {
  const order = reversePostorder(fn);
  const isSame = order.length === fn.blocks.length && order.every((id, index) => id === index);
  if (isSame) return false;
  const newIds = new Int32Array(fn.blocks.length).fill(-1);
  order.forEach((id, index) => {
    newIds[id] = index;
  });
  fn.blocks = order.map((id, index) => {
    const block = fn.blocks[id];
    const edges = block.edges.map((edge) => ({ target: newIds[edge.target], args: edge.args }));
    return { ...block, id: index, edges };
  });
  return true;
}

/** Puts an empty block on an edge and returns it; the edge's arguments go on from there. */
export function splitEdge(fn: IrFunction, edge: Edge, position: number): Block {
  const middle = fn.addBlock();
  middle.insts.push(fn.create(Op.Jump, ValueType.Void, [], 0, position));
  middle.edges.push({ target: edge.target, args: edge.args });
  middle.isCold = fn.blocks[edge.target].isCold;
  edge.target = middle.id;
  edge.args = [];
  return middle;
}

/** Makes the block end with a jump along the edge, whatever its terminator was. */
export function jumpAlong(fn: IrFunction, block: Block, edge: Edge): void {
  fn.replace(fn.terminator(block), Op.Jump, ValueType.Void, []);
  block.edges = [edge];
  block.cases = [];
}

/** Removes a parameter and the argument that each edge to the block carries for it. Requires: the parameter has no uses. */
export function removeParameter(fn: IrFunction, block: BlockId, index: number, incoming: readonly Edge[]): void {
  const [value] = fn.blocks[block].params.splice(index, 1);
  for (const edge of incoming) edge.args.splice(index, 1);
  fn.remove(value);
}

/** By block, the edges that lead to it. */
export function incomingEdges(fn: IrFunction): Edge[][] {
  const result: Edge[][] = fn.blocks.map(() => []);
  for (const block of fn.blocks) {
    for (const edge of block.edges) result[edge.target].push(edge);
  }
  return result;
}

/** Values to be put in place of others, gathered first and applied in one walk. */
export class Replacements {
  private readonly replacedBy = new Map<Value, Value>();

  get size(): number {
    return this.replacedBy.size;
  }
  /** All uses of `from` become uses of what `to` stands for. */
  set(from: Value, to: Value): void {
    const target = this.resolve(to);
    if (target !== from) this.replacedBy.set(from, target);
  }
  resolve(value: Value): Value {
    let resolved = value;
    for (let next = this.replacedBy.get(resolved); next !== undefined; next = this.replacedBy.get(resolved)) resolved = next;
    return resolved;
  }
  apply(fn: IrFunction): void {
    if (this.replacedBy.size === 0) return;
    for (const block of fn.blocks) {
      for (const value of block.insts) this.applyTo(fn, value);
      for (const edge of block.edges) edge.args = edge.args.map((value) => this.resolve(value));
    }
    fn.variables.replaceValues((value) => this.resolve(value));
  }
  applyTo(fn: IrFunction, value: Value): void {
    for (let i = 0; i < fn.operandCount(value); i++) {
      const operand = fn.operand(value, i);
      const resolved = this.resolve(operand);
      if (resolved !== operand) fn.setOperand(value, i, resolved);
    }
  }
}

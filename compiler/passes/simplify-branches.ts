// Branch simplification: decides branches on constants, goes through empty blocks, merges blocks that always follow each other.
// Requires:    nothing.
// Establishes: every block is reachable, blocks are in reverse postorder, none with one successor precedes one with one predecessor.

import { incomingEdges, jumpAlong, orderBlocks, Replacements } from "../ir/blocks.ts";
import { predecessors } from "../ir/control-flow.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";

export function simplifyBranches(fn: IrFunction): void {
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    const parameters = new LocalParameters(fn);
    for (const block of fn.blocks) {
      if (decide(fn, block)) isChanged = true;
      for (const edge of block.edges) if (threadThroughEmpty(fn, block, edge, parameters)) isChanged = true;
    }
    if (threadThroughDecisions(fn, parameters)) isChanged = true;
    if (orderBlocks(fn)) isChanged = true;
    if (mergeStraight(fn)) isChanged = true;
  }
}

/** Turns a branch or switch whose way is known into a jump, and a branch on a negation around. */
function decide(fn: IrFunction, block: Block): boolean {
  const terminator = fn.terminator(block);
  const op = fn.op(terminator);
  if (op !== Op.Branch && op !== Op.Switch) return false;
  const [first] = block.edges;
  const constant = constantCondition(fn, terminator);
  if (constant !== undefined) {
    jumpAlong(fn, block, chosenEdge(fn, block, constant));
    return true;
  }
  const others = block.edges.slice(1);
  if (others.every((edge) => edge.target === first.target && edge.args.join() === first.args.join())) {
    jumpAlong(fn, block, first);
    return true;
  }
  return op === Op.Branch && turnNegation(fn, block, terminator);
}

function constantCondition(fn: IrFunction, terminator: Value): number | undefined {
  const condition = fn.operand(terminator, 0);
  return fn.isConstant(condition) ? fn.immediate(condition) : undefined;
}

function chosenEdge(fn: IrFunction, block: Block, constant: number): Edge {
  if (fn.op(fn.terminator(block)) === Op.Branch) return block.edges[constant === 0 ? 1 : 0];
  const index = block.cases.indexOf(constant);
  return block.edges[index < 0 ? block.edges.length - 1 : index];
}

/** branch (b == false), x, y = branch b, y, x. */
function turnNegation(fn: IrFunction, block: Block, terminator: Value): boolean {
  const condition = fn.operand(terminator, 0);
  if (fn.op(condition) !== Op.Equal) return false;
  const [tested, constant] = fn.operands(condition);
  if (fn.type(tested) !== ValueType.Bool || !fn.isConstant(constant) || fn.immediate(constant) !== 0) return false;
  fn.setOperand(terminator, 0, tested);
  block.edges.reverse();
  return true;
}

/** Leads an edge past a block that only jumps on, when nobody else needs that block's parameters. */
function threadThroughEmpty(fn: IrFunction, from: Block, edge: Edge, parameters: LocalParameters): boolean {
  const empty = fn.blocks[edge.target];
  if (empty.insts.length !== 1 || fn.op(fn.terminator(empty)) !== Op.Jump) return false;
  const [next] = empty.edges;
  if (next.target === empty.id || empty.id === from.id) return false;
  if (!parameters.areLocal(empty)) return false;
  edge.args = next.args.map((argument) => (empty.params.includes(argument) ? edge.args[empty.params.indexOf(argument)] : argument));
  edge.target = next.target;
  return true;
}

/**
 * Whether no other block uses a block's parameters. Stays true while edges are led past blocks: what they carry on was used where they come
 * from. Found out when it is first asked for: in most functions nothing asks.
 */
class LocalParameters {
  private readonly fn: IrFunction;
  /** By block. */
  private known: Uint8Array | null = null;

  constructor(fn: IrFunction) {
    this.fn = fn;
  }

  areLocal({ id, params }: Block): boolean {
    if (params.length === 0) return true;
    this.known ??= findLocalParameters(this.fn);
    return this.known[id] !== 0;
  }
}

/** By block: 1 where no other block uses its parameters. */
function findLocalParameters(fn: IrFunction): Uint8Array {
  const isLocal = new Uint8Array(fn.blocks.length).fill(1);
  const homes = new Int32Array(fn.instCount).fill(-1);
  for (const block of fn.blocks) for (const value of block.params) homes[value] = block.id;
  const use = (value: Value, user: BlockId): void => {
    const home = homes[value];
    if (home >= 0 && home !== user) isLocal[home] = 0;
  };
  for (const { id, insts, edges } of fn.blocks) {
    for (const value of insts) {
      const count = fn.operandCount(value);
      for (let i = 0; i < count; i++) use(fn.operand(value, i), id);
    }
    for (const { args } of edges) for (const value of args) use(value, id);
  }
  return isLocal;
}

/**
 * A block that only tests a parameter: edges that bring a constant for it go straight to the outcome. This is what && and || leave.
 */
function threadThroughDecisions(fn: IrFunction, parameters: LocalParameters): boolean {
  let isChanged = false;
  for (const block of fn.blocks.slice(1)) {
    const terminator = fn.terminator(block);
    const op = fn.op(terminator);
    if (block.insts.length !== 1 || (op !== Op.Branch && op !== Op.Switch)) continue;
    const index = block.params.indexOf(fn.operand(terminator, 0));
    if (index < 0 || !parameters.areLocal(block)) continue;
    for (const edge of incomingEdges(fn)[block.id]) {
      const argument = edge.args[index];
      if (!fn.isConstant(argument)) continue;
      const next = chosenEdge(fn, block, fn.immediate(argument));
      if (next.target === block.id) continue;
      edge.args = next.args.map((value) => (block.params.includes(value) ? edge.args[block.params.indexOf(value)] : value));
      edge.target = next.target;
      isChanged = true;
    }
  }
  return isChanged;
}

/** Appends to each block that ends with a jump the target that has no other predecessor. Requires: all blocks are reachable. */
function mergeStraight(fn: IrFunction): boolean {
  const preds = predecessors(fn);
  const replacements = new Replacements();
  let isChanged = false;
  for (const block of fn.blocks) {
    for (;;) {
      if (block.insts.length === 0 || fn.op(fn.terminator(block)) !== Op.Jump) break;
      const [edge] = block.edges;
      const next = fn.blocks[edge.target];
      if (next.id === 0 || next.id === block.id || preds[next.id].length !== 1) break;
      for (const [index, parameter] of next.params.entries()) replacements.set(parameter, edge.args[index]);
      fn.variables.moveTo(fn.terminator(block), next.insts[0]);
      block.insts = [...block.insts.slice(0, -1), ...next.insts];
      block.edges = next.edges;
      block.cases = next.cases;
      block.isCold = block.isCold && next.isCold;
      for (const following of next.edges) preds[following.target] = preds[following.target].map((id) => (id === next.id ? block.id : id));
      // Unreachable now; orderBlocks drops it.
      next.params = [];
      next.insts = [];
      next.edges = [];
      isChanged = true;
    }
  }
  if (!isChanged) return false;
  replacements.apply(fn);
  orderBlocks(fn);
  return true;
}

// Check elimination: removes checks and decides branches whose outcome a dominating check or branch has shown.
// Requires:    no unreachable blocks. Works best after number-values, when equal values are one.
// Establishes: no check repeats what is known where it stands; a condition that is known became a constant.
// Facts:       on the way down the dominator tree: the condition of a branch on the edge taken, the condition of a check after it.

import { incomingEdges } from "../ir/blocks.ts";
import { DominatorTree } from "../ir/control-flow.ts";
import type { Block, BlockId, Edge, IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";

export function eliminateChecks(fn: IrFunction): void {
  new Elimination(fn).run();
}

/** Comparisons known to hold, by operation and operands, with a mark to go back to. */
class Facts {
  private readonly holding = new Map<string, number>();
  private readonly log: string[] = [];

  add(op: Op, a: Value, b: Value): void {
    const key = `${op} ${a} ${b}`;
    this.holding.set(key, (this.holding.get(key) ?? 0) + 1);
    this.log.push(key);
  }
  holds(op: Op, a: Value, b: Value): boolean {
    return (this.holding.get(`${op} ${a} ${b}`) ?? 0) > 0;
  }
  mark(): number {
    return this.log.length;
  }
  backTo(mark: number): void {
    while (this.log.length > mark) {
      const key = this.log.pop() ?? "";
      this.holding.set(key, (this.holding.get(key) ?? 1) - 1);
    }
  }
}

const comparisonOps: ReadonlySet<Op> = new Set([
  Op.Equal,
  Op.NotEqual,
  Op.LessSigned,
  Op.LessEqualSigned,
  Op.LessUnsigned,
  Op.LessEqualUnsigned,
]);

class Elimination {
  private readonly fn: IrFunction;
  private readonly facts = new Facts();
  private readonly incoming: readonly Edge[][];
  private readonly homes = new Map<Value, BlockId>();
  private readonly tree: DominatorTree;

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.incoming = incomingEdges(fn);
    this.tree = new DominatorTree(fn);
    for (const block of fn.blocks) for (const value of block.params) this.homes.set(value, block.id);
  }

  run(): void {
    const { fn, tree } = this;
    const pending: { id: BlockId; mark: number | null }[] = [{ id: 0, mark: null }];
    for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
      if (step.mark !== null) {
        this.facts.backTo(step.mark);
        continue;
      }
      pending.push({ id: step.id, mark: this.facts.mark() });
      this.visit(fn.blocks[step.id]);
      for (const child of tree.children[step.id]) pending.push({ id: child, mark: null });
    }
    fn.compactInsts();
  }

  private visit(block: Block): void {
    this.learnFromEdge(block);
    for (const value of block.insts) this.visitInst(block, value);
  }

  /** A block with one way in knows how the branch before it went. */
  private learnFromEdge(block: Block): void {
    if (this.incoming[block.id].length !== 1) return;
    const pred = this.fn.blocks[this.tree.immediateDominators[block.id]];
    const last = this.fn.terminator(pred);
    if (this.fn.op(last) !== Op.Branch) return;
    this.learn(this.fn.operand(last, 0), pred.edges[0] === this.incoming[block.id][0]);
  }

  private visitInst(block: Block, value: Value): void {
    const { fn } = this;
    switch (fn.op(value)) {
      case Op.Check: {
        const condition = fn.operand(value, 0);
        if (this.isKnown(condition) === true) fn.remove(value);
        else this.learn(condition, true);
        return;
      }
      case Op.CheckNull: {
        const object = fn.operand(value, 0);
        if (this.isNotNull(object)) fn.remove(value);
        else this.facts.add(Op.NotEqual, object, 0);
        return;
      }
      case Op.CheckBounds: {
        const [index, length] = fn.operands(value);
        if (this.isWithin(index, length)) fn.remove(value);
        else this.facts.add(Op.LessUnsigned, index, length);
        return;
      }
      case Op.Branch: {
        const known = this.isKnown(fn.operand(value, 0));
        if (known !== undefined && !fn.isConstant(fn.operand(value, 0))) this.decide(block, value, known);
      }
    }
  }

  private decide(block: Block, branch: Value, outcome: boolean): void {
    const constant = this.fn.create(Op.Constant, ValueType.Bool, [], 0, this.fn.position(branch));
    this.fn.setImmediate(constant, outcome ? 1 : 0);
    block.insts.splice(block.insts.length - 1, 0, constant);
    this.fn.setOperand(branch, 0, constant);
  }

  /** Records that the condition is true, or that it is false. */
  private learn(condition: Value, isTrue: boolean): void {
    const { fn, facts } = this;
    facts.add(isTrue ? Op.NotEqual : Op.Equal, condition, 0);
    const op = fn.op(condition);
    if (!comparisonOps.has(op)) return;
    const [a, b] = fn.operands(condition);
    if (fn.type(a) === ValueType.Ref && this.isNullConstant(b) && (op === Op.NotEqual) === isTrue) facts.add(Op.NotEqual, a, 0);
    if (isTrue) facts.add(op, a, b);
    // !(a < b) is b <= a.
    else if (op === Op.LessSigned) facts.add(Op.LessEqualSigned, b, a);
    else if (op === Op.LessEqualSigned) facts.add(Op.LessSigned, b, a);
    else if (op === Op.LessUnsigned) facts.add(Op.LessEqualUnsigned, b, a);
    else if (op === Op.LessEqualUnsigned) facts.add(Op.LessUnsigned, b, a);
    else facts.add(op === Op.Equal ? Op.NotEqual : Op.Equal, a, b);
  }

  private isKnown(condition: Value): boolean | undefined {
    const { fn, facts } = this;
    if (fn.isConstant(condition)) return fn.immediate(condition) === 1;
    if (facts.holds(Op.NotEqual, condition, 0)) return true;
    if (facts.holds(Op.Equal, condition, 0)) return false;
    const op = fn.op(condition);
    if (!comparisonOps.has(op)) return undefined;
    const [a, b] = fn.operands(condition);
    if (fn.type(a) === ValueType.Ref && this.isNullConstant(b) && this.isNotNull(a)) return op === Op.NotEqual;
    return this.isComparisonKnown(op, a, b);
  }

  private isComparisonKnown(op: Op, a: Value, b: Value): boolean | undefined {
    const { facts } = this;
    const either = (wanted: Op): boolean => facts.holds(wanted, a, b) || facts.holds(wanted, b, a);
    switch (op) {
      case Op.Equal:
      case Op.NotEqual:
        if (either(Op.Equal)) return op === Op.Equal;
        return either(Op.NotEqual) || either(Op.LessSigned) || either(Op.LessUnsigned) ? op === Op.NotEqual : undefined;
      case Op.LessSigned:
        return this.isOrdered(Op.LessSigned, Op.LessEqualSigned, a, b);
      case Op.LessUnsigned:
        return this.isOrdered(Op.LessUnsigned, Op.LessEqualUnsigned, a, b);
      case Op.LessEqualSigned:
      case Op.LessEqualUnsigned: {
        const reversed = this.isOrdered(op === Op.LessEqualSigned ? Op.LessSigned : Op.LessUnsigned, op, b, a);
        return reversed === undefined ? undefined : !reversed;
      }
      default:
        return undefined;
    }
  }

  /** Whether a < b. */
  private isOrdered(less: Op, lessEqual: Op, a: Value, b: Value): boolean | undefined {
    const { facts } = this;
    if (facts.holds(less, a, b)) return true;
    return facts.holds(less, b, a) || facts.holds(lessEqual, b, a) || facts.holds(Op.Equal, a, b) || facts.holds(Op.Equal, b, a)
      ? false
      : undefined;
  }

  private isNullConstant(value: Value): boolean {
    return this.fn.isConstant(value) && this.fn.type(value) === ValueType.Ref;
  }

  private isNotNull(object: Value): boolean {
    const op = this.fn.op(object);
    return op === Op.New || op === Op.StringConstant || op === Op.StaticClosure || this.facts.holds(Op.NotEqual, object, 0);
  }

  /** 0 <= index < length, both unsigned. */
  private isWithin(index: Value, length: Value): boolean {
    const { fn, facts } = this;
    if (facts.holds(Op.LessUnsigned, index, length)) return true;
    if (fn.isConstant(index) && fn.isConstant(length)) return fn.immediate(index) >>> 0 < fn.immediate(length) >>> 0;
    if (fn.isConstant(length)) {
      const mask = fn.op(index) === Op.And && fn.isConstant(fn.operand(index, 1)) ? fn.immediate(fn.operand(index, 1)) : -1;
      if (mask >= 0 && mask < fn.immediate(length) >>> 0) return true;
    }
    return facts.holds(Op.LessSigned, index, length) && this.isNatural(index);
  }

  /** Known not to be negative. */
  private isNatural(value: Value, depth = 0): boolean {
    const { fn } = this;
    switch (fn.op(value)) {
      case Op.Constant:
        return fn.immediate(value) >= 0;
      case Op.ZeroExtend8:
      case Op.ZeroExtend16:
      case Op.BoolToInt:
      case Op.ArrayLength:
      case Op.StringLength:
        return true;
      case Op.And:
        return fn.operands(value).some((operand) => fn.isConstant(operand) && fn.immediate(operand) >= 0);
      case Op.ShiftRightUnsigned:
        return fn.isConstant(fn.operand(value, 1)) && (fn.immediate(fn.operand(value, 1)) & 31) !== 0;
      case Op.Parameter:
        return depth === 0 && this.isNaturalCounter(value);
      default:
        return false;
    }
  }

  /** Starts natural and grows by 1 where it is known to be below something, so that it cannot have wrapped. */
  private isNaturalCounter(parameter: Value): boolean {
    const { fn } = this;
    const home = this.homes.get(parameter);
    if (home === undefined || home === 0) return false;
    const place = fn.blocks[home].params.indexOf(parameter);
    return this.incoming[home].every((edge) => {
      const argument = edge.args[place];
      if (argument === parameter || this.isNatural(argument, 1)) return true;
      const isStep = fn.op(argument) === Op.Add && fn.operand(argument, 0) === parameter && this.isOne(fn.operand(argument, 1));
      return isStep && this.isBoundedBefore(parameter, home);
    });
  }

  private isOne(value: Value): boolean {
    return this.fn.isConstant(value) && this.fn.immediate(value) === 1;
  }

  /** The loop's header, or a block of the loop that only the header leads to, is entered only with parameter < limit. */
  private isBoundedBefore(parameter: Value, header: BlockId): boolean {
    const { fn } = this;
    const block = fn.blocks[header];
    const last = fn.terminator(block);
    if (fn.op(last) !== Op.Branch) return false;
    const condition = fn.operand(last, 0);
    if (fn.op(condition) !== Op.LessSigned || fn.operand(condition, 0) !== parameter) return false;
    const inside = block.edges[0].target;
    if (this.incoming[inside].length !== 1) return false;
    // Every way back to the header goes through the block where the comparison held.
    return fn.blocks.every((from) =>
      from.edges.every((edge) => edge.target !== header || this.isEntryOf(from.id, header) || this.tree.dominates(inside, from.id)),
    );
  }

  private isEntryOf(from: BlockId, header: BlockId): boolean {
    return !this.tree.dominates(header, from);
  }
}

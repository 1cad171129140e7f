// Selection of terminators: jumps, branches, switches as jump tables or trees of comparisons.

import type { BlockId, Edge, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { resultRegister } from "./calling-convention.ts";
import type { LirBlock } from "./lir.ts";
import type { LirName } from "./lir-insts.ts";
import { imm, mem, reg } from "./operands.ts";
import type { Register } from "./registers.ts";
import { always, type Rule, rule, type Selector } from "./select.ts";
import { selectCondition } from "./select-compares.ts";

/** A jump table pays from this many cases, if at least this share of its entries are cases. */
const TABLE_CASES_MIN = 5;
const TABLE_DENSITY_MIN = 0.4;
const TABLE_ENTRIES_MAX = 4096;

interface Case {
  readonly value: number;
  readonly edge: Edge;
}

/** A switch under way: the block that its next comparison goes to is the argument of each function. */
interface SwitchPlan {
  readonly register: Register;
  readonly otherwise: Edge;
}

function setEdges(block: LirBlock, targets: readonly BlockId[]): void {
  block.edges = targets.map((target) => ({ target, args: [] }));
}

function selectBranch(s: Selector, value: Value): void {
  const [ifTrue, ifFalse] = s.irBlock().edges;
  const block = s.lirBlock();
  if (ifTrue.target === ifFalse.target && ifTrue.args.length === 0) return s.selectJump(block, ifTrue);
  const condition = selectCondition(s, s.fn.operand(value, 0));
  s.emit(`branch.${condition}`);
  setEdges(block, [s.splitEdge(ifTrue), s.splitEdge(ifFalse)]);
}

function selectSwitch(s: Selector, value: Value): void {
  const { cases, edges } = s.irBlock();
  const block = s.lirBlock();
  const otherwise = edges[edges.length - 1];
  const sorted = cases.map((number, index): Case => ({ value: number | 0, edge: edges[index] })).sort((a, b) => a.value - b.value);
  if (sorted.length === 0) return s.selectJump(block, otherwise);
  selectCases(s, block, { register: s.register(s.fn.operand(value, 0)), otherwise }, sorted);
}

function selectCases(s: Selector, block: LirBlock, plan: SwitchPlan, cases: readonly Case[]): void {
  const range = cases[cases.length - 1].value - cases[0].value + 1;
  const isDense = cases.length >= TABLE_CASES_MIN && cases.length / range >= TABLE_DENSITY_MIN && range <= TABLE_ENTRIES_MAX;
  if (isDense) selectTable(s, block, plan, cases, range);
  else if (cases.length <= 2) selectFewCases(s, block, plan, cases);
  else selectHalves(s, block, plan, cases);
}

/** One comparison after the other. */
function selectFewCases(s: Selector, block: LirBlock, plan: SwitchPlan, cases: readonly Case[]): void {
  const [first, ...rest] = cases;
  s.emit("cmp32", reg(plan.register), imm(first.value));
  s.emit("branch.e");
  const next =
    rest.length === 0 ? s.splitSharedEdge(plan.otherwise) : s.addBlock(block.isCold, (added) => selectFewCases(s, added, plan, rest));
  setEdges(block, [s.splitEdge(first.edge), next]);
}

function selectHalves(s: Selector, block: LirBlock, plan: SwitchPlan, cases: readonly Case[]): void {
  const middle = cases.length >> 1;
  s.emit("cmp32", reg(plan.register), imm(cases[middle].value));
  s.emit("branch.l");
  const below = s.addBlock(block.isCold, (added) => selectCases(s, added, plan, cases.slice(0, middle)));
  const above = s.addBlock(block.isCold, (added) => selectCases(s, added, plan, cases.slice(middle)));
  setEdges(block, [below, above]);
}

/** Subtract the least case, compare unsigned with the range, jump through the table. */
function selectTable(s: Selector, block: LirBlock, plan: SwitchPlan, cases: readonly Case[], range: number): void {
  const entry = s.temporary(ValueType.I32);
  s.emit("lea32", reg(entry), mem({ base: plan.register, displacement: -cases[0].value | 0 }));
  s.emit("cmp32", reg(entry), imm(range - 1));
  s.emit("branch.a");
  const table = s.addBlock(block.isCold, (added) => {
    const targets: BlockId[] = [];
    const entries: number[] = new Array<number>(range).fill(0);
    targets.push(s.splitSharedEdge(plan.otherwise));
    const targetIndices = new Map<Edge, number>();
    for (const { value, edge } of cases) {
      let index = targetIndices.get(edge);
      if (index === undefined) targetIndices.set(edge, (index = targets.push(s.splitEdge(edge)) - 1));
      entries[value - cases[0].value] = index;
    }
    s.emit("jump.table", reg(entry));
    setEdges(added, targets);
    added.table = entries;
  });
  setEdges(block, [s.splitSharedEdge(plan.otherwise), table]);
}

function selectReturn(s: Selector, value: Value): void {
  if (s.fn.operandCount(value) === 0) return s.emit("return");
  const result = s.fn.operand(value, 0);
  const register = resultRegister(s.fn.type(result));
  s.moveInto(register, result);
  s.emitUsing("return" satisfies LirName, [register]);
}

export function controlRules(): Rule[] {
  return [
    always(Op.Jump, "goto", (s) => s.selectJump(s.lirBlock(), s.irBlock().edges[0])),
    always(Op.Branch, "if (c) goto a; else goto b", selectBranch),
    always(Op.Switch, "a jump table if dense, else a tree of comparisons", selectSwitch),
    always(Op.Return, "the result goes to rax or xmm0", selectReturn),
    rule(Op.Unreachable, "a trap, should control ever come here", (s) => {
      s.emit("stop");
      return true;
    }),
  ];
}

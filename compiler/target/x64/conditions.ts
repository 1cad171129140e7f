// Conditions: the sixteen tests of the flags that jcc, setcc and cmovcc share.
// Invariants: the index in CONDITIONS is the number the hardware encodes; the lowest bit negates.
// Manual:     SDM 2 "Instruction Format", appendix "Condition Test"

export const CONDITIONS = ["o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"] as const;

export type Condition = (typeof CONDITIONS)[number];

const EXCHANGED: Partial<Record<Condition, Condition>> = { b: "a", a: "b", ae: "be", be: "ae", l: "g", g: "l", ge: "le", le: "ge" };

export function conditionNumber(condition: Condition): number {
  return CONDITIONS.indexOf(condition);
}

/** True exactly when the given one is false. After ucomisd remember that "unordered" sets carry, zero and parity. */
export function invertCondition(condition: Condition): Condition {
  return CONDITIONS[conditionNumber(condition) ^ 1];
}

/** The condition on `cmp y, x` that equals the given one on `cmp x, y`. Meaningless for o, s and p. */
export function exchangeCondition(condition: Condition): Condition {
  return EXCHANGED[condition] ?? condition;
}

// Compound rules: expressions of arrays, tuples, maps, sets, boxes, functions, unions and objects.

import { makeShape } from "./literals.ts";
import type { ExpressionRule, ProgramMaker } from "./program-maker.ts";
import { BOOLEAN, INT, type RandomType, STRING, typeText } from "./random-types.ts";
import { arrow } from "./reach-rules.ts";

type Of<Kind extends RandomType["kind"]> = RandomType & { readonly kind: Kind };

function rule<Kind extends RandomType["kind"]>(
  kind: Kind,
  row: Pick<ExpressionRule, "subject" | "weight">,
  make: (maker: ProgramMaker, type: Of<Kind>, depth: number) => string | undefined,
): ExpressionRule {
  return { ...row, fits: (type) => type.kind === kind, make: (maker, type, depth) => make(maker, type as Of<Kind>, depth) };
}

function many(maker: ProgramMaker, type: RandomType, depth: number): string[] {
  return Array.from({ length: maker.random.below(4) }, () => maker.expression(type, depth));
}

/** Methods that make another array of the same type; function values run at once. */
function derivedArray(maker: ProgramMaker, type: Of<"array">, depth: number): string {
  const array = maker.expression(type, depth);
  const { random } = maker;
  const choices: (() => string)[] = [
    () => `${array}.slice(${random.below(3)}, ${random.below(5) - 1})`,
    () => `${array}.concat(${maker.expression(type, depth)}).slice(0, 8)`,
    () => `${array}.filter(${arrow(maker, [type.of], BOOLEAN, depth)})`,
    () => `${array}.map(${arrow(maker, [type.of], type.of, depth)})`,
    () => `${array}.toReversed()`,
    () => `[...${array}, ...${maker.expression(type, depth)}].slice(0, 8)`,
    () => `${array}.flatMap((each) => [each, ${maker.expression(type.of, 0)}]).slice(0, 8)`,
  ];
  return random.pick(choices)();
}

function mappedArray(maker: ProgramMaker, type: Of<"array">, depth: number): string {
  const from = maker.scalar();
  return `${maker.expression({ kind: "array", of: from }, depth)}.map(${arrow(maker, [from], type.of, depth)})`;
}

const collections: readonly ExpressionRule[] = [
  rule(
    "array",
    { subject: "collection", weight: 3 },
    (maker, type, depth) => `([${many(maker, type.of, depth).join(", ")}] as ${typeText(type)})`,
  ),
  rule("array", { subject: "collection", weight: 3 }, derivedArray),
  rule("array", { subject: "closure", weight: 2 }, mappedArray),
  rule("array", { subject: "string", weight: 2 }, (maker, type, depth) =>
    type.of.kind === "string"
      ? `${maker.expression(STRING, depth)}.split(${maker.random.pick(['","', '"a"', '""'])}).slice(0, 6)`
      : undefined,
  ),
  rule("tuple", { subject: "pattern", weight: 3 }, (maker, type, depth) => {
    const elements = type.elements.map((element) => maker.expression(element, depth));
    return `([${elements.join(", ")}] as ${typeText(type)})`;
  }),
  rule("map", { subject: "collection", weight: 3 }, (maker, type, depth) => {
    const entries = Array.from(
      { length: maker.random.below(4) },
      () => `[${maker.expression(type.key, depth)}, ${maker.expression(type.of, depth)}]`,
    );
    return `new ${typeText(type)}([${entries.join(", ")}])`;
  }),
  rule(
    "set",
    { subject: "collection", weight: 3 },
    (maker, type, depth) => `new ${typeText(type)}([${many(maker, type.of, depth).join(", ")}])`,
  ),
  rule("box", { subject: "generic", weight: 3 }, (maker, type, depth) => `new ${typeText(type)}(${maker.expression(type.of, depth)})`),
];

const others: readonly ExpressionRule[] = [
  rule("function", { subject: "closure", weight: 8 }, (maker, type, depth) => arrow(maker, type.params, type.result, depth)),
  rule("function", { subject: "closure", weight: 2 }, (maker, type) => {
    const same = maker.callees.filter((callee) => typeText({ kind: "function", ...callee }) === typeText(type));
    return same.length === 0 ? undefined : maker.random.pick(same).name;
  }),
  rule("shape", { subject: "class", weight: 8 }, (maker, type, depth) =>
    makeShape(maker, type.shape, (member) => maker.expression(member.type, depth)),
  ),
  rule("shape", { subject: "pattern", weight: 1 }, (maker, type, depth) => {
    const { shape } = type;
    const isPlain = shape.makers.length > 0 && shape.makers.every(({ callee }) => callee === "") && shape.methods.length === 0;
    const member = shape.members[0];
    if (!isPlain || member === undefined) return undefined;
    return `({ ...${maker.expression(type, depth)}, ${member.name}: ${maker.expression(member.type, depth)} } as ${shape.name})`;
  }),
  rule("optional", { subject: "union", weight: 3 }, (maker, type, depth) => maker.expression(type.of, depth)),
  rule("optional", { subject: "union", weight: 2 }, (maker, type, depth) => {
    const array: RandomType = { kind: "array", of: type.of };
    if (maker.isMachine) return undefined;
    return maker.random.pick([
      () => `${maker.expression(array, depth)}.find(${arrow(maker, [type.of], BOOLEAN, depth)})`,
      () => `${maker.expression(array, depth)}.at(${maker.random.below(4) - 2})`,
      () => `${maker.expression({ kind: "map", key: STRING, of: type.of }, depth)}.get(${maker.expression(STRING, 0)})`,
      () => "undefined",
    ])();
  }),
  rule("nullable", { subject: "union", weight: 3 }, (maker, type, depth) =>
    maker.percent(30) ? "null" : maker.expression(type.of, depth),
  ),
  rule("either", { subject: "union", weight: 6 }, (maker, type, depth) => maker.expression(maker.random.pick(type.members), depth)),
];

const isNumeric = (type: RandomType): boolean => type.kind === "number" || type.kind === "int" || type.kind === "machine";

/** Scalars out of arrays. */
const folded: readonly ExpressionRule[] = [
  {
    subject: "collection",
    weight: 2,
    fits: isNumeric,
    make: (maker, type, depth) => {
      const array = maker.expression({ kind: "array", of: type }, depth);
      return `${array}.reduce(${arrow(maker, [type, type], type, depth)}, ${maker.expression(type, 0)})`;
    },
  },
  {
    subject: "collection",
    weight: 1,
    fits: (type) => type.kind === "boolean",
    make: (maker, _, depth) => {
      const of = maker.scalar();
      const array = maker.expression({ kind: "array", of }, depth);
      return maker.percent(40)
        ? `${array}.includes(${maker.expression(of, depth)})`
        : `${array}.${maker.random.pick(["some", "every"])}(${arrow(maker, [of], BOOLEAN, depth)})`;
    },
  },
  {
    subject: "collection",
    weight: 1,
    fits: (type) => type.kind === "int",
    make: (maker, _, depth) => {
      const of = maker.random.pick([INT, STRING]);
      const array = maker.expression({ kind: "array", of }, depth);
      return maker.percent(50)
        ? `${array}.indexOf(${maker.expression(of, depth)})`
        : `${array}.findIndex(${arrow(maker, [of], BOOLEAN, depth)})`;
    },
  },
  {
    subject: "collection",
    weight: 1,
    fits: (type) => type.kind === "string",
    make: (maker, _, depth) => `${maker.expression({ kind: "array", of: STRING }, depth)}.join("+").slice(0, 40)`,
  },
];

export const compoundRules: readonly ExpressionRule[] = [...collections, ...others, ...folded];

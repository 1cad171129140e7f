// Literals: for each type of a random program a value that needs nothing else.

import type { ProgramMaker } from "./program-maker.ts";
import { type MachineName, type Member, type RandomType, type Shape, typeText } from "./random-types.ts";

const numbers = ["0", "1", "(-1)", "2", "3.5", "0.1", "(-0.5)", "(-0)", "1e9", "2147483648", "4294967295", "NaN", "1e21", "100", "1e-7"];
const moreNumbers = ["9007199254740993", "1.7976931348623157e308", "5e-324", "Infinity", "(-Infinity)", "0.30000000000000004"];
const integers = ["0", "1", "(-1)", "2", "3", "7", "31", "32", "255", "65536", "2147483647", "(-2147483648)", "(-7)", "10"];
const strings = ['""', '"a"', '"abc"', '"x-y-z"', '"\\u20ac"', '"Hello"', '" "', '"a,b,,c"', '"-12.5"', '"\\u{1f600}z"', '"aaa"'];

const machineEdges: Record<MachineName, readonly string[]> = {
  u8: ["127", "128", "255"],
  i8: ["127", "(-128)", "(-1)"],
  u16: ["255", "256", "65535"],
  i16: ["255", "32767", "(-32768)"],
  u32: ["65536", "2147483647", "2147483648", "4294967295"],
  i32: ["65536", "2147483647", "(-2147483648)", "(-1)"],
  u64: ["4294967296", "0x7fff_ffff_ffff_ffff", "0x8000_0000_0000_0000", "0xffff_ffff_ffff_ffff"],
  i64: ["4294967296", "0x7fff_ffff_ffff_ffff", "(-0x8000_0000_0000_0000)", "(-1)"],
};
const smallMachine = ["0", "1", "2", "3", "7", "31", "100"];

export function literal(maker: ProgramMaker, type: RandomType): string {
  const { random } = maker;
  switch (type.kind) {
    case "number":
      return random.pick(random.oneIn(4) ? moreNumbers : numbers);
    case "int":
      return random.pick(integers);
    case "string":
      return random.pick(strings);
    case "boolean":
      // A bare literal as a condition makes code unreachable, where TypeScript narrows nothing.
      return random.pick(["(true as boolean)", "(false as boolean)"]);
    case "machine":
      return `${type.name}(${random.pick(random.oneIn(2) ? machineEdges[type.name] : smallMachine)})`;
    case "optional":
      return random.oneIn(3) ? "undefined" : literal(maker, type.of);
    case "nullable":
      return random.oneIn(3) ? "null" : literal(maker, type.of);
    case "either":
      return literal(maker, random.pick(type.members));
    default:
      return compoundLiteral(maker, type);
  }
}

function compoundLiteral(maker: ProgramMaker, type: RandomType): string {
  const many = (of: RandomType): string => Array.from({ length: maker.random.below(4) }, () => literal(maker, of)).join(", ");
  switch (type.kind) {
    case "array":
      return `([${many(type.of)}] as ${typeText(type)})`;
    case "tuple":
      return `([${type.elements.map((element) => literal(maker, element)).join(", ")}] as ${typeText(type)})`;
    case "set":
      return `new ${typeText(type)}([${many(type.of)}])`;
    case "map":
      return `new ${typeText(type)}([[${literal(maker, type.key)}, ${literal(maker, type.of)}]])`;
    case "box":
      return `new ${typeText(type)}(${literal(maker, type.of)})`;
    case "function":
      return `((${parameterList(type.params)}): ${typeText(type.result)} => ${inBody(literal(maker, type.result))})`;
    case "shape":
      return makeShape(maker, type.shape, (member) => literal(maker, member.type));
    default:
      return "undefined";
  }
}

/** As the body of an arrow function: an object literal would be taken for a block. */
export function inBody(text: string): string {
  return text.startsWith("{") ? `(${text})` : text;
}

export function parameterList(params: readonly RandomType[], prefix = "a"): string {
  return params.map((param, index) => `${prefix}${index}: ${typeText(param)}`).join(", ");
}

/** A new value of the shape. */
export function makeShape(maker: ProgramMaker, shape: Shape, value: (member: Member) => string): string {
  const { random } = maker;
  const membersText = (members: readonly Member[]): string => members.map((member) => `${member.name}: ${value(member)}`).join(", ");
  if (shape.cases.length > 0) {
    const { tag, members } = random.pick(shape.cases);
    return `({ tag: "${tag}"${members.length > 0 ? `, ${membersText(members)}` : ""} } as ${shape.name})`;
  }
  const { callee, params } = random.pick(shape.makers);
  if (callee === "") return `({ ${membersText(params)} } as ${shape.name})`;
  return `${callee}(${params.map(value).join(", ")})`;
}

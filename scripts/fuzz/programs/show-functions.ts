// Show functions: how random programs print values, a function for each type, written when first needed.

import { type RandomType, type Shape, typeKey, typeText } from "./random-types.ts";

/** What every program has: fuel, and output of bounded length. */
export const PRELUDE = `let fuel = 150;
let room = 60;
function log(text: string): void {
  if (room-- > 0) console.log(text.slice(0, 160));
}
`;

export class ShowFunctions {
  private readonly names = new Map<string, string>();
  private readonly texts: string[] = [];

  /** The text of a string expression. */
  call(type: RandomType, text: string): string {
    switch (type.kind) {
      case "string":
        return text;
      case "boolean":
      case "machine":
        return `\`\${${text}}\``;
      default:
        return `${this.nameFor(type)}(${text})`;
    }
  }

  declarations(): string {
    return this.texts.join("");
  }

  private nameFor(type: RandomType): string {
    if (type.kind === "number" || type.kind === "int") return "showNumber";
    const key = typeKey(type);
    let name = this.names.get(key);
    if (name === undefined) {
      name = `show${this.names.size}`;
      this.names.set(key, name);
      // Those it calls come first: their names are taken while the body is made.
      const body = this.statements(type);
      this.texts.push(`function ${name}(value: ${typeText(type)}): string {\n  ${body}\n}\n`);
    }
    return name;
  }

  private statements(type: RandomType): string {
    if (type.kind === "set") return loopText("each", this.call(type.of, "each"));
    if (type.kind === "map") return loopText("[key, each]", `${this.call(type.key, "key")} + ":" + ${this.call(type.of, "each")}`);
    return `return ${this.body(type)};`;
  }

  private body(type: RandomType): string {
    switch (type.kind) {
      case "array":
        return `"[" + value.map((each) => ${this.call(type.of, "each")}).join(",") + "]"`;
      case "tuple":
        return `"(" + ${type.elements.map((element, index) => this.call(element, `value[${index}]`)).join(' + "," + ')} + ")"`;
      case "optional":
        return `value === undefined ? "undefined" : ${this.call(type.of, "value")}`;
      case "nullable":
        return `value === null ? "null" : ${this.call(type.of, "value")}`;
      case "box":
        return `"Box " + value.changes + " " + ${this.call(type.of, "value.value")}`;
      case "either": {
        const [first, second] = type.members;
        return `typeof value === "${typeText(first)}" ? ${this.call(first, "value")} : ${this.call(second, "value")}`;
      }
      case "function":
        return `"function"`;
      case "shape":
        return this.shapeBody(type.shape);
      default:
        return "``";
    }
  }

  private shapeBody(shape: Shape): string {
    const shown = shape.members.map(({ name, type }) => `" ${name}=" + ${this.call(type, `value.${name}`)}`);
    const cases = shape.cases.map(({ tag, members }) => {
      const own = members.map(({ name, type }) => `" ${name}=" + ${this.call(type, `value.${name}`)}`);
      return `value.tag === "${tag}" ? ${['"" + value.tag', ...own].join(" + ")} : `;
    });
    const all = [`"${shape.name}"`, ...shown].join(" + ");
    return cases.length === 0 ? all : `${cases.join("")}"no case"`;
  }
}

function loopText(name: string, text: string): string {
  return `let all = "{";\n  for (const ${name} of value) all += ${text} + ",";\n  return all + "}";`;
}

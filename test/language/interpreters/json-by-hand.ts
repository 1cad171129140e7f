// JSON by hand: a reader into a union of values, a writer with indents, escapes, and errors with their places.

type Value = null | boolean | number | string | ValueList | ValueMap;
class ValueList {
  readonly items: Value[] = [];
}
class ValueMap {
  readonly members = new Map<string, Value>();
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  whole(): Value {
    const value = this.value();
    if (this.peek() !== "") this.fail("end");
    return value;
  }

  private peek(): string {
    while (this.at < this.text.length && " \n\t".includes(this.text[this.at])) this.at++;
    return this.text.charAt(this.at);
  }

  private fail(wanted: string): never {
    throw new SyntaxError(`${wanted} wanted at ${this.at}`);
  }

  private take(text: string): void {
    if (this.peek() === "" || !this.text.startsWith(text, this.at)) this.fail(text);
    this.at += text.length;
  }

  private value(): Value {
    switch (this.peek()) {
      case "n":
        this.take("null");
        return null;
      case "t":
        this.take("true");
        return true;
      case "f":
        this.take("false");
        return false;
      case '"':
        return this.string();
      case "[":
        return this.list();
      case "{":
        return this.map();
      default:
        return this.number();
    }
  }

  private number(): number {
    const start = this.at;
    while (this.at < this.text.length && "+-.eE0123456789".includes(this.text[this.at])) this.at++;
    if (this.at === start) this.fail("value");
    return Number(this.text.slice(start, this.at));
  }

  private string(): string {
    this.take('"');
    let result = "";
    while (this.text.charAt(this.at) !== '"') {
      if (this.at >= this.text.length) this.fail("quote");
      let unit = this.text[this.at++];
      if (unit === "\\") {
        unit = this.text[this.at++];
        if (unit === "n") unit = "\n";
        else if (unit === "u") {
          unit = String.fromCharCode(parseInt(this.text.slice(this.at, this.at + 4), 16));
          this.at += 4;
        }
      }
      result += unit;
    }
    this.at++;
    return result;
  }

  private list(): ValueList {
    const list = new ValueList();
    this.take("[");
    while (this.peek() !== "]") {
      if (list.items.length > 0) this.take(",");
      list.items.push(this.value());
    }
    this.take("]");
    return list;
  }

  private map(): ValueMap {
    const map = new ValueMap();
    this.take("{");
    while (this.peek() !== "}") {
      if (map.members.size > 0) this.take(",");
      this.peek();
      const name = this.string();
      this.take(":");
      map.members.set(name, this.value());
    }
    this.take("}");
    return map;
  }
}

function write(value: Value, indent = ""): string {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  const deeper = `${indent}  `;
  if (value instanceof ValueList) return `[${value.items.map((item) => write(item, deeper)).join(", ")}]`;
  const members = [...value.members].map(([name, member]) => `${deeper}${JSON.stringify(name)}: ${write(member, deeper)}`);
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}

for (const text of [
  '[1, -2.5e3, true, null, ""]',
  '{"a": {"b": [], "c": {}}, "a\\u0041\\n": "\\"x\\\\"}',
  " 0 ",
  "[1,]",
  '{"a" 1}',
  '"open',
  "",
  "[1] 2",
  "nul",
]) {
  try {
    console.log(write(new Reader(text).whole()));
  } catch (error) {
    console.log(error instanceof SyntaxError ? error.message : "?");
  }
}

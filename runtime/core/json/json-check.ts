// JSON check: whether a text is JSON, what V8 says of one that is not, and the path to a place in it.
// Called:     by json-reader.ts, for what it does not want and where a value fits no type: those who read what they expect never come here.
// Manual:     RFC 8259; the messages are those of V8.

import { jsonNumberEnd, jsonSpaceEnd, jsonStringEnd, NO_UNIT, unitOrNone } from "./json-tokens.ts";

/** Units of a text that a message shows before and behind the place. */
const CONTEXT_UNITS: number = 10;

/** An object or array around the place. */
class JsonContainer {
  readonly isObject: boolean;
  name: string = "";
  index: number = 0;

  constructor(isObject: boolean) {
    this.isObject = isObject;
  }

  /** The step to the value inside. */
  step(): string {
    return this.isObject ? nameStep(this.name) : `[${this.index}]`;
  }
}

/** The step of a path to the property. */
export function nameStep(name: string): string {
  return isIdentifier(name) ? `.${name}` : `["${name}"]`;
}

export class JsonCheck {
  private readonly text: string;
  private at: number;
  private readonly around: JsonContainer[] = [];
  /** The value that the path leads to, and the path once it was met. */
  private readonly target: number;
  path: string = "$";

  constructor(text: string, start: number, target: number) {
    this.text = text;
    this.at = start;
    this.target = target;
  }

  /** Throws a SyntaxError unless the text is one value. */
  checkAll(): void {
    this.checkValue();
    this.skipSpace();
    if (this.at < this.text.length) this.refuse("Unexpected non-whitespace character after JSON");
  }

  /** Where the value ends that begins here, or behind white space. Throws a SyntaxError if there is none. */
  checkValue(): number {
    do {
      this.skipSpace();
      if (this.at === this.target) this.path = `$${this.around.map((container) => container.step()).join("")}`;
    } while (this.entersContainer() || this.hasAnother());
    return this.at;
  }

  /** Past a scalar or an empty container; whether it is in front of the first value of one that is not. */
  private entersContainer(): boolean {
    const unit: number = unitOrNone(this.text, this.at);
    if (unit !== 0x7b && unit !== 0x5b) {
      this.checkScalar(unit);
      return false;
    }
    this.at++;
    this.skipSpace();
    if (unitOrNone(this.text, this.at) === unit + 2) {
      this.at++;
      return false;
    }
    this.around.push(new JsonContainer(unit === 0x7b));
    if (unit === 0x7b) this.checkName("Expected property name or '}' in JSON");
    return true;
  }

  /** Behind a value: whether another follows. Ends the containers that end here. */
  private hasAnother(): boolean {
    while (this.around.length > 0) {
      const container: JsonContainer = this.around[this.around.length - 1];
      this.skipSpace();
      const unit: number = unitOrNone(this.text, this.at);
      if (unit === 0x2c) {
        this.at++;
        container.index++;
        if (container.isObject) {
          this.skipSpace();
          this.checkName("Expected double-quoted property name in JSON");
        }
        return true;
      }
      if (unit !== (container.isObject ? 0x7d : 0x5d))
        this.refuse(
          container.isObject ? "Expected ',' or '}' after property value in JSON" : "Expected ',' or ']' after array element in JSON",
        );
      this.at++;
      this.around.pop();
    }
    return false;
  }

  /** The name of a property and the colon. */
  private checkName(otherwise: string): void {
    if (unitOrNone(this.text, this.at) !== 0x22) this.refuse(otherwise);
    const start: number = this.at;
    this.checkString();
    this.around[this.around.length - 1].name = this.text.slice(start + 1, this.at - 1);
    this.skipSpace();
    if (unitOrNone(this.text, this.at) !== 0x3a) this.refuse("Expected ':' after property name in JSON");
    this.at++;
  }

  private checkScalar(unit: number): void {
    if (unit === 0x22) this.checkString();
    else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) this.checkNumber();
    else if (unit === 0x74) this.checkWord("true");
    else if (unit === 0x66) this.checkWord("false");
    else if (unit === 0x6e) this.checkWord("null");
    else this.refuseUnit();
  }

  private checkWord(word: string): void {
    for (let i = 0; i < word.length; i++) {
      if (unitOrNone(this.text, this.at) !== word.charCodeAt(i)) this.refuseUnit();
      this.at++;
    }
  }

  private checkString(): void {
    const end: number = jsonStringEnd(this.text, this.at);
    if (end >= 0) {
      this.at = end;
      return;
    }
    // Where it stopped, and why.
    this.at = -end;
    const unit: number = unitOrNone(this.text, this.at);
    const before: number = unitOrNone(this.text, this.at - 1);
    if (before === 0x5c && !this.isEscaped(this.at - 1)) {
      if (unit === NO_UNIT) this.refuseUnit();
      this.refuse("Bad escaped character in JSON");
    }
    if (this.isInUnicodeEscape()) this.refuse("Bad Unicode escape in JSON");
    this.refuse(unit === NO_UNIT ? "Unterminated string in JSON" : "Bad control character in string literal in JSON");
  }

  /** Whether a backslash stands behind another that it belongs to. */
  private isEscaped(index: number): boolean {
    let first: number = index;
    while (unitOrNone(this.text, first - 1) === 0x5c) first--;
    return (index - first) % 2 === 1;
  }

  /** Whether the place lies in the four digits behind \u. */
  private isInUnicodeEscape(): boolean {
    for (let back = 1; back <= 4; back++) {
      const u: number = this.at - back;
      if (unitOrNone(this.text, u) === 0x75 && unitOrNone(this.text, u - 1) === 0x5c && !this.isEscaped(u - 1)) return true;
    }
    return false;
  }

  private checkNumber(): void {
    const end: number = jsonNumberEnd(this.text, this.at);
    if (end >= 0) {
      this.at = end;
      return;
    }
    this.at = -end;
    const before: number = unitOrNone(this.text, this.at - 1);
    if (before === 0x2d && !this.isExponent(this.at - 2)) this.refuse("No number after minus sign in JSON");
    if (before === 0x2e) this.refuse("Unterminated fractional number in JSON");
    if (before === 0x30) this.refuseUnit();
    this.refuse("Exponent part is missing a number in JSON");
  }

  private isExponent(index: number): boolean {
    const unit: number = unitOrNone(this.text, index);
    return unit === 0x65 || unit === 0x45;
  }

  private skipSpace(): void {
    this.at = jsonSpaceEnd(this.text, this.at);
  }

  private refuse(message: string): never {
    throw new SyntaxError(`${message} at position ${this.at}`);
  }

  /** For a unit that begins nothing that could be here. */
  private refuseUnit(): never {
    const { text, at } = this;
    const unit: number = unitOrNone(text, at);
    if (unit === NO_UNIT) throw new SyntaxError("Unexpected end of JSON input");
    if (unit === 0x22) this.refuse("Unexpected string in JSON");
    if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) this.refuse("Unexpected number in JSON");
    if (text === "undefined" || text === "NaN" || text === "Infinity" || text === "[object Object]")
      throw new SyntaxError(`"${text}" is not valid JSON`);
    throw new SyntaxError(`Unexpected token '${text.charAt(at)}', ${textAround(text, at)} is not valid JSON`);
  }
}

/** The text in quotes; of a long one what is near the place. */
function textAround(text: string, at: number): string {
  if (text.length <= 2 * CONTEXT_UNITS) return `"${text}"`;
  const start: number = at < CONTEXT_UNITS ? 0 : at - CONTEXT_UNITS;
  const end: number = at >= text.length - CONTEXT_UNITS && start > 0 ? text.length : at + CONTEXT_UNITS;
  return `${start > 0 ? "..." : ""}"${text.slice(start, end)}"${end < text.length ? "..." : ""}`;
}

function isIdentifier(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit: number = name.charCodeAt(i);
    const isLetter: boolean = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f || unit === 0x24;
    if (!isLetter && (i === 0 || unit < 0x30 || unit > 0x39)) return false;
  }
  return name !== "";
}

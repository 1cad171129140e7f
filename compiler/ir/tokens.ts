// Tokens of the IR's text form, with a cursor over them.

/** The text does not follow the form; the message names the line. */
export class IrSyntaxError extends Error {
  override name = "IrSyntaxError";
}

export type TokenKind = "string" | "value" | "word" | "number" | "punctuation" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** Of strings: the contents; of values: the digits after the percent sign. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const TOKEN =
  /(?<skip>[ \t\r\n]+|;[^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*")|%(?<value>\d+)|(?<number>[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)|NaN)|(?<word>[A-Za-z_][\w.-]*)|(?<punctuation>->|\.\.|[(){},:=@.])/gy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  let position = 0;
  while (position < text.length) {
    const match = TOKEN.exec(text);
    if (match?.groups === undefined) throw new IrSyntaxError(`line ${line}: unexpected ${JSON.stringify(text[position])}`);
    position = TOKEN.lastIndex;
    const { skip, string, value, number, word, punctuation } = match.groups;
    if (skip !== undefined) line += skip.split("\n").length - 1;
    else if (string !== undefined) tokens.push({ kind: "string", text: unquote(string, line), line });
    else if (value !== undefined) tokens.push({ kind: "value", text: value, line });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, line });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, line });
    else tokens.push({ kind: "punctuation", text: punctuation, line });
  }
  tokens.push({ kind: "end", text: "end of text", line });
  return tokens;
}

function unquote(quoted: string, line: number): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new IrSyntaxError(`line ${line}: bad escape in ${quoted}`);
  }
}

export class TokenCursor {
  place = 0;
  private readonly tokens: readonly Token[];

  constructor(text: string) {
    this.tokens = tokenize(text);
  }

  get token(): Token {
    return this.tokens[this.place];
  }
  /** The line of the token just taken: operands do not continue on the next line. */
  get previousLine(): number {
    return this.tokens[Math.max(0, this.place - 1)].line;
  }
  peek(offset: number): Token {
    return this.tokens[Math.min(this.place + offset, this.tokens.length - 1)];
  }

  fail(message: string): never {
    throw new IrSyntaxError(`line ${this.token.line}: ${message}, at ${JSON.stringify(this.token.text)}`);
  }

  take(kind: TokenKind): string {
    if (this.token.kind !== kind) this.fail(`expected a ${kind}`);
    return this.tokens[this.place++].text;
  }
  is(text: string): boolean {
    return this.token.text === text && (this.token.kind === "word" || this.token.kind === "punctuation");
  }
  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.place++;
    return true;
  }
  expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${JSON.stringify(text)}`);
  }
  takeInteger(): number {
    return Number(this.take("number"));
  }

  /** Items between parentheses, separated by commas. */
  takeList<T>(item: () => T): T[] {
    const items: T[] = [];
    this.expect("(");
    if (this.accept(")")) return items;
    do items.push(item());
    while (this.accept(","));
    this.expect(")");
    return items;
  }
}

// Tokenizer: words, numbers, texts, comments and signs of a small language, by a table of rules, with lines and columns.

interface Rule {
  readonly kind: string;
  /** How many units of the text it takes from there; 0 where it does not fit. */
  readonly length: (text: string, at: number) => number;
}

const run =
  (isPart: (unit: string) => boolean) =>
  (text: string, at: number): number => {
    let end = at;
    while (end < text.length && isPart(text[end])) end++;
    return end - at;
  };
const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9";
const isLetter = (unit: string): boolean => (unit >= "a" && unit <= "z") || unit === "_";

const rules: readonly Rule[] = [
  { kind: "blank", length: run((unit) => unit === " " || unit === "\n") },
  { kind: "comment", length: (text, at) => (text.startsWith("//", at) ? run((unit) => unit !== "\n")(text, at) : 0) },
  { kind: "number", length: run(isDigit) },
  { kind: "word", length: (text, at) => (isLetter(text[at]) ? run((unit) => isLetter(unit) || isDigit(unit))(text, at) : 0) },
  {
    kind: "text",
    length: (text, at) => {
      if (text[at] !== "'") return 0;
      const end = text.indexOf("'", at + 1);
      return end < 0 ? 0 : end - at + 1;
    },
  },
  {
    kind: "sign",
    length: (text, at) => ["===", "=>", "+=", "+", "=", ";", "(", ")"].find((sign) => text.startsWith(sign, at))?.length ?? 0,
  },
];

function* tokens(text: string): Generator<{ kind: string; text: string; line: number; column: number }, number, undefined> {
  let [line, lineStart, count] = [1, 0, 0];
  for (let at = 0; at < text.length; ) {
    const rule = rules.find(({ length }) => length(text, at) > 0);
    const length = rule?.length(text, at) ?? 1;
    const part = text.slice(at, at + length);
    if (rule?.kind !== "blank" && rule?.kind !== "comment") {
      count++;
      yield { kind: rule?.kind ?? "error", text: part, line, column: at - lineStart + 1 };
    }
    for (let end = part.indexOf("\n"); end >= 0; end = part.indexOf("\n", end + 1)) {
      line++;
      lineStart = at + end + 1;
    }
    at += length;
  }
  return count;
}

const source = "let x1 = 42; // the answer\nx1 += f('a b')\n  => y === 'open;\n#";
for (const { kind, text, line, column } of tokens(source)) console.log(`${line}:${column}`.padEnd(6), kind.padEnd(6), text);
const all = tokens("a b");
for (let step = all.next(); ; step = all.next()) {
  if (step.done === true) {
    console.log("count", step.value);
    break;
  }
}

// Units of every block through stringify and parse: which are escaped, that all come back, and halves of pairs as \u escapes.
const escaped: string[] = [];
let wrong = 0;
for (let unit = 0; unit < 65536; unit += unit < 256 || (unit >= 0xd7fe && unit < 0xe002) ? 1 : 127) {
  const letter = String.fromCharCode(unit);
  const text = JSON.stringify(letter);
  if (text !== `"${letter}"`) escaped.push(text);
  if ((JSON.parse(text) as string) !== letter) wrong++;
}
console.log(wrong, escaped.length, escaped.slice(0, 36).join(" "), escaped.at(-1));
console.log(
  JSON.stringify("\ud83d\ude00 \ude00\ud83d \ud83d\ud83d\ude00"),
  JSON.stringify({ "\ud800": "\u2028\u2029\u007f/", "é\n": "'" }),
);
for (const text of [
  '"\\u0041\\u00e9\\ud83d\\ude00"',
  '"\\ud83d\\u0041"',
  '"\\/\\b\\f\\n\\r\\t\\"\\\\"',
  '"\\u00E9\\uABCD\\uabcd"',
  '"\u007f\u2028"',
]) {
  const value = JSON.parse(text) as string;
  console.log(text, value.length, JSON.stringify(value));
}
for (const text of ['"\\x41"', '"\\u00g0"', '"\\u12"', '"\n"', '"\u0000"', "'a'", '"\\"', '"\\', '"a', '"\\u{41}"', '"\\0"', '"\t"']) {
  try {
    console.log((JSON.parse(text) as string).length);
  } catch (error) {
    console.log(JSON.stringify(text), error instanceof SyntaxError);
  }
}
interface Odd {
  "a b": number;
  é: string;
  "": boolean;
  'x"y': null;
}
const odd = JSON.parse('{"\\u0061 b": 1, "\\u00e9": "\\u0000", "": true, "x\\"y": null}') as Odd;
console.log(odd["a b"], odd["é"].length, odd[""], odd['x"y'], JSON.stringify(odd));

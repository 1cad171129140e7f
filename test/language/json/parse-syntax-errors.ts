// JSON.parse: what is no JSON is a SyntaxError that says where, also behind values of the wrong shape and inside of what is passed over.
function attempt(text: string): void {
  try {
    console.log(JSON.stringify(text), JSON.parse(text) as number[]);
  } catch (error) {
    if (error instanceof SyntaxError) console.log(JSON.stringify(text), error.name, error.message);
    else console.log(JSON.stringify(text), "no syntax error");
  }
}
const texts = [
  "",
  "  ",
  "[",
  "[1",
  "[1,",
  "[1,]",
  "[,]",
  "[1 2]",
  "[1]]",
  "[1] x",
  "[01]",
  "[-]",
  "[-a]",
  "[1.]",
  "[1.a]",
  "[1e]",
  "[1e+]",
  "[1e-x]",
];
for (const text of texts) attempt(text);
const objects = [
  "{",
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,',
  '{"a":1,}',
  "{a:1}",
  "{,}",
  '{"a" 1}',
  '{"a":1 "b":2}',
  '{"a":}',
  '{"a":1,,}',
  "{1:2}",
];
for (const text of objects) attempt(text);
const words = [
  "tru",
  "trux",
  "nul",
  "nulL",
  "[tru]",
  "t",
  "truefalse",
  "falsey",
  "undefined",
  "NaN",
  "Infinity",
  "[object Object]",
  "tru1",
  'nul"',
];
for (const text of words) attempt(text);
const strings = [
  '"abc',
  '"a\nb"',
  '"a\\x"',
  '"\\u12G4"',
  '"\\u12',
  '"\\',
  '"abc\\',
  '"\\u123',
  '"\u0001"',
  '"\\\\',
  '"\\\\u12"x',
  '"u12\u0002"',
];
for (const text of strings) attempt(text);
const long = [
  "abcdefghijklmnopqrstuvwxyz",
  "[1,2,3,4,5,6,7,8,9,10, x, 1,2,3,4,5,6]",
  "[1,2,3,4,5,6,7,8,9,10,11,12,x]",
  "+1",
  ".5",
  "'a'",
  "\u00a01",
  "\ufeff1",
];
for (const text of long) attempt(text);
attempt('["wrong shape", 1, }');
attempt('{"wrong": [1, 2}');
try {
  console.log(JSON.parse('{"a": 1, "unwanted": {"x": tru}}') as { a: number });
} catch (error) {
  console.log(error instanceof SyntaxError ? error.message : "other");
}

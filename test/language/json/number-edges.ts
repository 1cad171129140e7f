// Numbers in JSON: their grammar, how they round, and what is written for those that JSON has none for.
const good = [
  "0",
  "-0",
  "1e5",
  "1E+05",
  "-1.50e-3",
  "123456789012345678901",
  "1e400",
  "-1e400",
  "1e-400",
  "0.1",
  "9007199254740993",
  "5e-324",
  "-0.0e0",
];
for (const text of good) {
  const value = JSON.parse(text) as number;
  console.log(text, value, Object.is(value, -0), JSON.stringify(value), JSON.stringify([value]));
}
for (const text of [
  "01",
  "-01",
  "+1",
  ".5",
  "1.",
  "1.e1",
  "1e",
  "1e+",
  "-",
  "--1",
  "0x10",
  "NaN",
  "Infinity",
  "-Infinity",
  "1_0",
  "1 2",
  "1,",
  "",
]) {
  try {
    console.log(text, JSON.parse(text) as number);
  } catch (error) {
    console.log(JSON.stringify(text), error instanceof SyntaxError);
  }
}
console.log(JSON.stringify([NaN, Infinity, -Infinity, -0, 0.1 + 0.2, 1e21, 1e-7, 123456789.125]));
console.log(JSON.stringify({ a: NaN, b: -0, c: [Infinity], d: 2 ** 53, e: Number.MIN_VALUE, f: Number.MAX_VALUE }));
const list = JSON.parse(" [ 1 ,\n2\t,\r-3.0 , 4e0 ] ") as number[];
console.log(
  list,
  list.reduce((a, b) => a + b),
  JSON.stringify(JSON.stringify(list)),
);
const values = Array.from({ length: 400 }, (_, i) => (i - 200) * 1.1 ** i * (i % 3 === 0 ? 1e-100 : 1));
const back = JSON.parse(JSON.stringify(values)) as number[];
console.log(
  back.length,
  back.every((value, i) => value === values[i]),
);

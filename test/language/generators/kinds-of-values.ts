// What generators yield: strings, booleans, objects, tuples, arrays, unions and undefined.

interface Point {
  x: number;
  y: number;
}
function* points(): Generator<Point> {
  yield { x: 1, y: 2 };
  yield { x: 3, y: 4 };
}
for (const { x, y } of points()) console.log(x + y);

function* entries(): Generator<[string, number]> {
  yield ["one", 1];
  yield ["two", 2];
}
for (const [name, value] of entries()) console.log(name, value);

function* flags() {
  yield true;
  yield false;
}
for (const flag of flags()) console.log(!flag);

function* mixed(): Generator<string | number | undefined> {
  yield 1;
  yield "two";
  yield undefined;
}
for (const value of mixed()) console.log(value === undefined ? "none" : typeof value === "number" ? value + 1 : value);

function* rows() {
  const row: number[] = [];
  for (let i = 0; i < 3; i++) {
    row.push(i);
    yield [...row];
  }
}
for (const row of rows()) console.log(row.join(","));

function* nothing(): Generator<void> {
  console.log("before");
  yield;
  console.log("between");
  yield;
}
let turns = 0;
for (const _ of nothing()) turns++;
console.log(turns);

// Tuples that contain themselves: lists of pairs, expressions, arrays of nothing but arrays.

type List = [number, List?];

const list: List = [1, [2, [3]]];
let total = 0;
for (let at: List | undefined = list; at !== undefined; at = at[1]) total += at[0];
console.log(total, list.length, list[1]?.length, list[1]?.[1]?.length);

type Expression = number | ["+" | "*", Expression, Expression];

function evaluate(expression: Expression): number {
  if (typeof expression === "number") return expression;
  const [operator, left, right] = expression;
  return operator === "+" ? evaluate(left) + evaluate(right) : evaluate(left) * evaluate(right);
}

console.log(evaluate(4), evaluate(["+", 1, ["*", 2, 3]]), evaluate(["*", ["+", 1, 1], ["+", 2, 3]]));

type Pair = [string, Pair | null];
let pair: Pair | null = null;
for (const name of ["c", "b", "a"]) pair = [name, pair];
const names: string[] = [];
for (let at: Pair | null = pair; at !== null; at = at[1]) names.push(at[0]);
console.log(names.join(), JSON.stringify(pair), pair);

type Boxes = Boxes[];
const depth = (boxes: Boxes): number => 1 + boxes.reduce((most, inner) => Math.max(most, depth(inner)), 0);
const boxes: Boxes = [[], [[], [[]]]];
console.log(depth(boxes), boxes.length, JSON.stringify(boxes));

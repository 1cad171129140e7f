// text[Symbol.iterator](): a walk over code points that can be stopped and taken up again.

const walk = "a😀b\ud800c"[Symbol.iterator]();
console.log(walk.next());
console.log(walk.next());
const rest: string[] = [];
for (const point of walk) rest.push(point);
console.log(rest.map((point) => point.codePointAt(0)));
console.log(walk.next(), walk.next().done);
console.log(""[Symbol.iterator]().next());
const [head, ...tail] = "xyz"[Symbol.iterator]();
console.log(head, tail);
function longestRun(text: string): [string, number] {
  let best: [string, number] = ["", 0];
  let run = 0;
  let last = "";
  for (const points = text[Symbol.iterator](), end = false; !end; ) {
    const step = points.next();
    if (step.done === true) break;
    run = step.value === last ? run + 1 : 1;
    last = step.value;
    if (run > best[1]) best = [last, run];
  }
  return best;
}
console.log(longestRun("aabbbcc"), longestRun(""), longestRun("😀😀a"));
const zip = (left: string, right: string): string => {
  const others = right[Symbol.iterator]();
  let result = "";
  for (const point of left) result += point + (others.next().value ?? "-");
  return result;
};
console.log(zip("abc", "1😀"), [..."hi"[Symbol.iterator]()], new Set("hello"[Symbol.iterator]()).size);
const values = [1, 2, 3][Symbol.iterator]();
console.log(values.next().value, [...values], values.next());

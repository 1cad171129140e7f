// Elements of a tuple that may be missing are nowhere to be seen where they are, and are elements where they are there and undefined.

type Step = [id: number, cause?: string, code?: number];
const steps: Step[] = [[1], [2, undefined], [3, undefined, 4]];
console.log(steps, JSON.stringify(steps), `${steps}`);

for (const step of steps) {
  console.log(step, step.length, Object.keys(step), JSON.stringify(step), String(step));
  console.log(step.map(String), step.includes(undefined), step.slice(1), [...step.entries()], 1 in step, 2 in step);
  const copy: Step = [...step];
  copy[1] = "set";
  console.log(copy, copy.length, [0, ...step], structuredClone(step));
  const hidden: unknown = step;
  console.log(hidden, String(hidden), Array.isArray(hidden) && hidden.length);
  const list: readonly unknown[] = step;
  console.log(list, list.length);
}

const empty: [a?: number, b?: string][] = [[], [1], [undefined, "b"]];
console.log(empty, `${empty[0]}`, `${empty[2]}`);

const pair: [number, string] = [1, "a"];
const last: number = pair.length - 1;
console.log(0 in pair, 2 in pair, last in pair, "length" in pair);

// Closures: captured variables live on, are shared, and are new in each turn of a loop.

function counter(start: number): () => number {
  let count = start;
  return () => count++;
}
const first = counter(1);
const second = counter(100);
console.log(first(), first(), second(), first());

const functions: (() => number)[] = [];
for (let i = 0; i < 3; i++) functions.push(() => i * 10);
let text = "";
for (const f of functions) text += `${f()} `;
console.log(text);

function pair(): [() => void, () => number] {
  let shared = 0;
  return [
    () => {
      shared += 5;
    },
    () => shared,
  ];
}
const [add, read] = pair();
add();
add();
console.log(read());
function compose(f: (x: number) => number, g: (x: number) => number): (x: number) => number {
  return (x) => f(g(x));
}
console.log(
  compose(
    (x) => x + 1,
    (x) => x * 2,
  )(10),
);

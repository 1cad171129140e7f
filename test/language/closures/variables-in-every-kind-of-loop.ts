// Closures made in each kind of loop: for keeps a variable per turn and copies it before the step, also with continue, break and changes.

const reads: (() => string)[] = [];
const flush = (): string =>
  reads
    .splice(0)
    .map((read) => read())
    .join(" ");

for (let i = 0, j = 10; i < j; i += 3, j--) {
  reads.push(() => `${i}-${j}`);
  if (i === 3) continue;
  j--;
  if (i > 5) break;
}
console.log(flush());

for (let i = 0; i < 3; reads.push(() => `step${i}`), i++) reads.push(() => `body${i}`);
console.log(flush());

for (let i = 0, test = (): boolean => i < 2; test() && i < 4; i++) reads.push(() => `${i}${test()}`);
console.log(flush());

for (let i = 0; i < 2; i++) {
  const bump = (): number => ++i * 10;
  reads.push(
    () => `${bump()}`,
    () => `${i}`,
  );
}
console.log(flush());

let n = 3;
while (n > 0) {
  const kept = n;
  let changed = n;
  reads.push(() => `${kept}:${(changed += 5)}:${n}`);
  n--;
}
console.log(flush());
do {
  let inside: number | undefined;
  reads.push(() => `${inside}`);
  if (n === 1) inside = n;
} while (n++ < 2);
console.log(flush());

for (const [
  index,
  {
    name,
    tags: [first = "none"],
  },
] of [
  { name: "a", tags: ["x", "y"] },
  { name: "b", tags: [] as string[] },
].entries())
  reads.push(() => `${index}${name}${first}`);
console.log(flush());
for (const key in { p: 1, q: 2 }) reads.push(() => key);
for (let text of ["u", "v"]) {
  reads.push(() => text);
  text += "!";
}
console.log(flush());
outer: for (let x = 0; x < 3; x++)
  for (let y = 0; y < 3; y++) {
    reads.push(() => `${x}${y}`);
    if (y === x) continue outer;
  }
console.log(flush());

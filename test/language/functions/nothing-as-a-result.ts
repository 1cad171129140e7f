const f: () => undefined = () => {};
console.log(f());
const g: (() => void) | (() => undefined) = () => {
  console.log("g");
};
console.log(g());
const h: () => unknown = () => {
  console.log("h");
};
console.log(h());
function k(n: number): undefined {
  if (n > 1) return undefined;
  console.log("k");
}
console.log(k(1), k(2));

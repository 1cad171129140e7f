// A function is the same one wherever it is used, also where functions have another type: in lists, sets and maps of wider ones.

const heard: string[] = [];
type Listener = (n: number, s: string) => void;
const list: Listener[] = [];
const on = (l: Listener): void => {
  list.push(l);
};
const off = (l: Listener): void => {
  const i = list.indexOf(l);
  if (i >= 0) list.splice(i, 1);
};
const f = () => heard.push("f");
const g = (n: number) => {
  heard.push(`g${n}`);
};
on(f);
on(g);
on(f);
console.log(list.includes(f), list.length, list[0] === f, list[1] === g, list[0] === list[2], list[0] === list[1]);
off(f);
off(g);
console.log(list.length, list.includes(g));
list.forEach((l) => l(1, "x"));
console.log(heard);
const set = new Set<Listener>([f, g, f]);
console.log(set.size, set.has(f), set.delete(g), set.size);
const map = new Map<Listener, string>([[f, "f"]]);
console.log(map.get(f), map.get(g));
function bare(): number {
  return 1;
}
const wide: (x: number | string) => number | string = bare;
console.log(wide === bare, Object.is(wide, bare));
const again: (x: number) => unknown = wide;
console.log(again === wide, (again as unknown) === (bare as unknown));

// ??=, ||= and &&= on variables, members and elements: the right side is evaluated only when it is needed.

let evaluations = 0;
function value(n: number): number {
  evaluations++;
  return n;
}
const settings: { depth?: number; width: number; flag: boolean } = { width: 0, flag: true };
settings.depth ??= value(5);
settings.depth ??= value(6);
settings.width ||= value(7);
settings.width &&= value(8);
settings.flag &&= settings.width > 100;
console.log(settings.depth, settings.width, settings.flag, evaluations);

const counts: number[] = [0, 1, 2];
let index = 0;
counts[index++] ||= 10;
counts[index++] &&= 20;
counts[index++] ||= value(30);
console.log(counts.join(), index, evaluations);
let text: string | null = null;
text ??= "first";
text ||= "second";
text &&= text + "!";
console.log(text);
const cache = new Map<string, number[]>();
function bucket(key: string): number[] {
  let found = cache.get(key);
  found ??= [];
  cache.set(key, found);
  return found;
}
bucket("a").push(1);
bucket("a").push(2);
console.log(bucket("a").join(), bucket("b").length);
let power = 2;
power **= 3;
power **= 2;
console.log(power, (-2) ** 3, 2 ** -1, 2 ** (3 ** 2));

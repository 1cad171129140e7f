// What an array loses while a loop goes over its keys is not visited any more; what it gains is not visited at all.
const letters = ["x", "y", "z", "w"];
for (const key in letters) {
  console.log(key, letters[Number(key)]);
  if (key === "1") letters.length = 2;
}

const growing = ["x"];
for (const key in growing) {
  console.log(key);
  if (growing.length < 4) growing.push("more");
}
console.log(growing.length);

const cleared = [1, 2, 3];
for (const key in cleared) {
  cleared.length = 0;
  console.log(key);
}

const shifted = [10, 20, 30, 40];
for (const key in shifted) console.log(key, shifted.shift(), shifted.length);

const again = [1, 2, 3];
for (const key in again) {
  if (key === "0") again.length = 0;
  console.log(key);
  again.push(7, 8);
}

function first(list: string[] | null): string[] {
  const seen: string[] = [];
  for (const key in list) {
    seen.push(key);
    if (list !== null) list.pop();
  }
  return seen;
}
console.log(first(["a", "b", "c"]), first(null), first([]));

outer: for (const a in [1, 2, 3]) {
  for (const b in [1, 2]) {
    if (b === "1") continue outer;
    if (a === "2") break outer;
    console.log(a, b);
  }
}
for (const key in new Uint8Array(2)) console.log(key);

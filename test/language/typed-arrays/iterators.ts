// keys, values and entries of typed arrays, for-of and spread.
const words = new Int16Array([5, -6, 7]);
for (const [index, value] of words.entries()) console.log(index, value);
for (const value of words.values()) console.log(value * 2);
console.log([...words.keys()], [...words], [...words.values()].length, Math.max(...words));
const iterator = words[Symbol.iterator]();
for (let step = iterator.next(); step.done !== true; step = iterator.next()) console.log("step", step.value + 1);
console.log(iterator.next().done);
const [first, ...rest] = words;
console.log(first, rest);
const pairs = new Map(new Uint8Array([7, 8]).entries());
console.log(pairs.get(0), pairs.get(1), pairs.size);
let sum = 0;
for (const value of new Float32Array([0.5, 0.25])) sum += value;
console.log(
  sum,
  Array.from(words, (value) => value + 1),
  `${words}`,
  words.join("-"),
  words.toString(),
);
const kinds: (Uint8Array | Int16Array | number[])[] = [new Uint8Array([1]), words, [1, 2]];
for (const kind of kinds) console.log(kind instanceof Uint8Array ? "bytes" : kind instanceof Int16Array ? "words" : "list", kind.length);

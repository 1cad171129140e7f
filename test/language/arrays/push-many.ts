// push and unshift of several values and of spread ones, with the new length.
const a: number[] = [];
console.log(a.push(), a.push(1), a.push(2, 3), a.push(...[4, 5]), a.push(0, ...a, 6), a);
console.log(a.unshift(), a.unshift(-1), a.unshift(-3, -2), a.unshift(...[7, 8]), a);
const words: string[] = ["z"];
words.push(..."hé😀");
words.unshift(...new Set(["a", "a", "b"]));
console.log(words, Math.max(...a), String.fromCharCode(...[72, 105]));

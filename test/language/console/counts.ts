// console.count and countReset: labels have counts of their own; console.dir shows a value.
console.count();
console.count("a");
console.count();
console.count("default");
for (let i = 0; i < 3; i++) console.count(`row ${i % 2}`);
console.countReset("a");
console.count("a");
console.countReset();
console.count(undefined);
console.group("inside");
console.count("a");
console.groupEnd();
console.dir({ a: [1, { b: { c: { d: 1 } } }] });
console.dir("it's");
console.dir(-0);
console.dir([new Map([["k", new Set([1])]]), null, undefined]);

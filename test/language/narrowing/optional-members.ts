// Optional members, chains of them, and calls that may not be there.

interface Node {
  value: number;
  next?: Node;
  visit?(seen: number[]): void;
}
const third: Node = { value: 3 };
const second: Node = { value: 2, next: third };
const first: Node = { value: 1, next: second };

console.log(first.next?.next?.value, first.next?.next?.next?.value, first.next?.value ?? 0);
console.log(third.next === undefined, second.next === third, third.next?.value === undefined);
let count = 0;
for (let node: Node | undefined = first; node !== undefined; node = node.next) count += node.value;
console.log(count);
const lengths = ["a", undefined, "ccc"].map((text) => text?.length ?? -1);
console.log(lengths.join(), [first, third].map((node) => node.next?.next?.value ?? "none").join());

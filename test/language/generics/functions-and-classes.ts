// Generics: functions and classes over several element types.

class Stack<T> {
  private items: T[] = [];
  push(item: T): void {
    this.items.push(item);
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  get size(): number {
    return this.items.length;
  }
}
function largest<T>(items: T[], isLess: (a: T, b: T) => boolean): T {
  let best = items[0];
  for (const item of items) if (isLess(best, item)) best = item;
  return best;
}
function identity<T>(value: T): T {
  return value;
}
const numbers = new Stack<number>();
numbers.push(1);
numbers.push(2);
const words = new Stack<string>();
words.push("a");
console.log(numbers.pop() ?? 0, numbers.size, words.pop() ?? "", words.pop() ?? "empty");
console.log(
  largest([3, 9, 4], (a, b) => a < b),
  largest(["x", "zz", "y"], (a, b) => a < b),
  identity(5),
  identity("five"),
);

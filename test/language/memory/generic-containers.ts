// One generic class with numbers, texts and objects in it: only the references count.
class Stack<T> {
  private items: T[] = [];
  push(item: T): this {
    this.items.push(item);
    return this;
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  get size(): number {
    return this.items.length;
  }
}
const numbers = new Stack<number>().push(1).push(2);
const texts = new Stack<string>().push("a" + 1).push("b" + 2);
const nested = new Stack<Stack<string>>().push(texts).push(new Stack<string>().push("c" + 3));
console.log(numbers.pop(), texts.pop(), nested.pop()?.pop(), nested.pop()?.size, nested.pop() === undefined, texts.size);

// Data structures whose classes are local to the function that uses them.

function reversed(words: string[]): string {
  class Node {
    next: Node | null = null;
    constructor(readonly text: string) {}
  }
  class Stack {
    head: Node | null = null;
    size = 0;
    push(text: string): this {
      const node = new Node(text);
      node.next = this.head;
      this.head = node;
      this.size++;
      return this;
    }
    joined(): string {
      let result = `${this.size} of ${words.length}:`;
      for (let node = this.head; node !== null; node = node.next) result += ` ${node.text}`;
      return result;
    }
  }
  const stack = new Stack();
  for (const word of words) stack.push(word);
  return stack.push("end").joined();
}
console.log(reversed(["a", "b", "c"]), reversed([]));

function parsed(text: string): number {
  let at = 0;
  class Failure extends Error {
    constructor(what: string) {
      super(`${what} at ${at}`);
    }
  }
  const digit = (): number => {
    const unit: string | undefined = text[at++];
    if (unit === undefined || unit < "0" || unit > "9") throw new Failure(`no digit`);
    return Number(unit);
  };
  try {
    let value = digit();
    while (at < text.length) value = value * 10 + digit();
    return value;
  } catch (error) {
    if (error instanceof Failure) console.log(error.message);
    return -1;
  }
}
console.log(parsed("123"), parsed("1x3"), parsed(""));

// Linked list: references that may be null, narrowing, optional chaining.

class Node {
  value: number;
  next: Node | null = null;
  constructor(value: number) {
    this.value = value;
  }
}
function build(count: number): Node | null {
  let head: Node | null = null;
  for (let i = count; i > 0; i--) {
    const node = new Node(i * i);
    node.next = head;
    head = node;
  }
  return head;
}
function reversed(list: Node | null): Node | null {
  let result: Node | null = null;
  let current = list;
  while (current !== null) {
    const next = current.next;
    current.next = result;
    result = current;
    current = next;
  }
  return result;
}
function text(list: Node | null): string {
  let result = "";
  for (let node = list; node !== null; node = node.next) result += `${node.value} `;
  return result;
}
const list = build(5);
console.log(text(list), list?.next?.value ?? -1);
console.log(text(reversed(list)), text(build(0)), build(0)?.value ?? "none");

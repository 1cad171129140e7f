// A list of 120,000 nodes ends without a call for each: its drop does not recurse.
class Node {
  next: Node | null;
  constructor(next: Node | null) {
    this.next = next;
  }
}
function build(count: number): Node | null {
  let head: Node | null = null;
  for (let i = 0; i < count; i++) head = new Node(head);
  return head;
}
function lengthOf(list: Node | null): number {
  let count = 0;
  for (let node = list; node !== null; node = node.next) count++;
  return count;
}
console.log(lengthOf(build(120000)), lengthOf(build(10)));

// An object inside of itself is shown by reference.
class Item {
  next: Item | null = null;
  list: Item[] = [];
  constructor(readonly id: number) {}
}
const a = new Item(1);
a.next = a;
console.log(a, [a]);
const b = new Item(2);
a.next = b;
b.next = a;
b.list.push(b);
console.log(a);
console.log({ b });
a.next = null;
b.next = null;
b.list.length = 0;
console.log(a, b);

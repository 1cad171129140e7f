// An object that is inside of itself has no JSON; one that is there twice has.
class Item {
  next: Item | null = null;
  constructor(readonly id: number) {}
}
const [a, b] = [new Item(1), new Item(2)];
a.next = b;
console.log(JSON.stringify([a, b, a]));
b.next = a;
try {
  console.log(JSON.stringify(a));
} catch (e) {
  if (e instanceof TypeError) console.log(e.name, e.message.split("\n")[0]);
}
b.next = null;
console.log(JSON.stringify({ a }));

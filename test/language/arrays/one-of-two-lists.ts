// Lists of one kind of objects or of another, which nothing tells apart: shown and written as what they are.

class A {
  a = 1;
}
class B {
  b = "x";
}
const lists: (A[] | B[])[] = [[new A()], [new B(), new B()]];
console.log(lists);
console.log(JSON.stringify(lists));
for (const l of lists) console.log(l, l.length);
const nested = JSON.stringify([[], [1], [{}]]);
console.log(nested);

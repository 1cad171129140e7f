// Values of unions are shown by what they are.
type Shape = { kind: "circle"; r: number } | { kind: "box"; w: number; h: number };
const shapes: Shape[] = [
  { kind: "circle", r: 1 },
  { kind: "box", w: 2, h: 3 },
];
console.log(shapes, shapes[0]);
const mixed: (string | number | boolean | null | undefined | string[])[] = ["a", 1, true, null, undefined, ["x"]];
console.log(mixed);
for (const value of mixed) console.log(value);
const maybe: number | undefined = mixed.length > 3 ? undefined : 1;
console.log(maybe, [maybe], { maybe });
class A {
  a = 1;
}
class B {
  b = "two";
}
const either: (A | B)[] = [new A(), new B()];
console.log(either, either[1]);

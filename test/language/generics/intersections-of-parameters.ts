// T & U of type parameters: an object with the properties of both.

function merge<T extends object, U extends object>(left: T, right: U): T & U {
  return { ...left, ...right };
}
function assigned<T extends object, U extends object>(left: T, right: U): T & U {
  return Object.assign({}, left, right);
}
const both = merge({ a: 1 }, { b: "x" });
console.log(both, both.a + 1, both.b.length);
console.log(assigned({ a: 1 }, { c: [1, 2] }).c.length, merge(both, { c: true }));

interface Named {
  name: string;
}
const withId = <T extends Named>(value: T, id: number): T & { id: number } => ({ ...value, id });
const known = withId({ name: "n", extra: true }, 7);
console.log(known, known.extra, known.name, withId(withId({ name: "z" }, 1), 2).id);

type Timed<T> = T & { at: number };
function stamp<T extends object>(value: T): Timed<T> {
  return { ...value, at: 5 };
}
const stamped: Timed<Named>[] = [stamp({ name: "a" }), stamp(known)];
console.log(stamped.map(({ name, at }) => `${name}${at}`).join());

function show<T extends Named>(value: T & { id: number }): string {
  return `${value.name}#${value.id}`;
}
console.log(show(known), show({ name: "q", id: 1 }));

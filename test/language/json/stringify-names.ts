// JSON.stringify with a list of names: which properties are written at every level, in the order of the list.
const data = { b: 1, a: { b: 2, c: [{ a: 3, c: 4, b: 5 }] }, c: "x" };
console.log(JSON.stringify(data, ["a", "b"]), JSON.stringify(data, ["c", "a"]), JSON.stringify(data, []));
console.log(JSON.stringify(data, ["b", "a", "b"], 2));
console.log(JSON.stringify([data, data], ["c"]), JSON.stringify("text", ["x"]), JSON.stringify([1, [2]], ["0"]));
class Person {
  password = "secret";
  constructor(
    readonly name: string,
    readonly age?: number,
  ) {}
}
console.log(JSON.stringify([new Person("Ann", 5), new Person("Bob")], ["name", "age", "missing"]));
const shown: readonly string[] = ["age", "name"];
console.log(JSON.stringify(new Person("Cy", 1), shown, "\t"), JSON.stringify(data, null, 1).length, JSON.stringify(data, undefined, "--"));
console.log(JSON.stringify(new Uint8Array([5, 6]), ["1"]));

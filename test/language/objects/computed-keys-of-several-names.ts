// A computed name that is one of several: `{ ...state, [key]: value }` and `const { [key]: value } = state`.
interface State {
  name: string;
  age: number;
  open?: boolean;
}

function set(state: State, key: "name" | "age", value: never): State {
  return { ...state, [key]: value };
}
function flag(state: State, key: "open" | "name"): State {
  return { ...state, [key]: key === "open" ? true : "x" };
}
function with2<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): T {
  return { ...object, [key]: value };
}
function only<K extends string, V>(key: K, value: V): { [N in K]: V } {
  return { [key]: value } as { [N in K]: V };
}
function read(state: State, key: "name" | "age"): string {
  const { [key]: value } = state;
  return `${value}`;
}
function take(state: State, key: "name" | "age"): string | number {
  let found: string | number;
  ({ [key]: found } = state);
  return found;
}

const state: State = { name: "a", age: 1 };
console.log(JSON.stringify(set(state, "age", 5 as never)), JSON.stringify(set(state, "name", "n" as never)));
console.log(JSON.stringify(flag(state, "open")), JSON.stringify(flag(state, "name")));
console.log(JSON.stringify(with2(state, "age", 9)), with2({ list: [1] }, "list", [2, 3]).list.length);
console.log(only("x", 3).x + 1, JSON.stringify(only("label", "L")), read(state, "age"), read(state, "name"), take(state, "age"));
const order: string[] = [];
const key = (): "name" | "age" => (order.push("key"), "name");
const value = (): string => (order.push("value"), "v");
console.log(JSON.stringify({ ...state, [key()]: value() }), order.join());

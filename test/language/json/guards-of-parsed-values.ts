// Guards check what JSON.parse made of a text; behind them it is used as what they say it is.

interface User {
  name: string;
  age: number;
  email?: string;
  address: { city: string } | null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUser(value: unknown): value is User {
  if (!isObject(value)) return false;
  if (!("name" in value) || typeof value.name !== "string") return false;
  if (!("age" in value) || typeof value.age !== "number") return false;
  if ("email" in value && typeof value.email !== "string") return false;
  if (!("address" in value)) return false;
  const { address } = value;
  return address === null || (isObject(address) && "city" in address && typeof address.city === "string");
}

const texts = [
  '{"name":"Ann","age":41,"address":{"city":"Ulm"}}',
  '{"name":"Ben","age":7,"email":"b@x","address":null}',
  '{"name":"Cid","age":"7","address":null}',
  '{"name":"Dot","age":1,"email":5,"address":null}',
  '{"name":"Eve","age":2}',
  "[]",
  "null",
  '"text"',
];
const users: User[] = [];
for (const text of texts) {
  const value: unknown = JSON.parse(text);
  console.log(
    isUser(value) ? `${value.name} ${value.age + 1} ${value.email ?? "-"} ${value.address?.city ?? "nowhere"}` : `no user: ${text}`,
  );
  if (isUser(value)) users.push(value);
}
users.sort((a, b) => a.age - b.age);
console.log(users.map(({ name }) => name).join(), JSON.stringify(users));
users[0].age = 8;
console.log(users, users[0].age);

interface Message {
  kind: string;
  payload: unknown;
}
const messages = JSON.parse('[{"kind":"a","payload":{"x":1}},{"kind":"b","payload":[1,"two"]},{"kind":"c","payload":null}]') as Message[];
for (const { kind, payload } of messages) console.log(kind, payload, Array.isArray(payload));
const [{ payload }] = messages;
if (isObject(payload) && "x" in payload) console.log(payload.x);
const loose: unknown = JSON.parse('{"x":1,"z":[2]}');
if (isObject(loose)) for (const key in loose) console.log(key);

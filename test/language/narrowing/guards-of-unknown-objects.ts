// Guards that ask an unknown value for its members: `"name" in value` behind typeof, for literals, classes, arrays and collections.

interface Deposit {
  amount: number;
  account: string;
}

function isDeposit(value: unknown): value is Deposit {
  return typeof value === "object" && value !== null && "amount" in value && "account" in value && typeof value.amount === "number";
}

class Coin {
  amount = 3;
  get account(): string {
    return "coin";
  }
}

const values: unknown[] = [{ amount: 1, account: "x" }, { amount: "1", account: "y" }, { account: "z" }, null, undefined, 5, "amount"];
values.push([1], new Coin(), () => 1, new Map([[1, 2]]), { amount: null, account: "n" }, { amount: 7, account: "last", more: true });
for (const value of values) console.log(isDeposit(value) ? `${value.account} ${value.amount + 1}` : "no");

function messageOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string") return error.message;
  return `? ${typeof error}`;
}
for (const error of [new RangeError("a"), "b", { message: "c" }, { message: 4 }, null, 7, [0]]) console.log(messageOf(error));

function sizeOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return -1;
  if ("size" in value && typeof value.size === "number") return value.size;
  return "length" in value ? 100 : -2;
}
console.log(sizeOf(new Set([1])), sizeOf({ size: 4 }), sizeOf({ size: "big" }), sizeOf({ length: 1 }), sizeOf("x"), sizeOf(new Map()));
try {
  throw { code: 404, text: "missing" };
} catch (thrown) {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "text" in thrown) console.log(thrown.code, thrown.text);
}

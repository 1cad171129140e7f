// Assertions: what holds passes, what does not throws an AssertionError or an error of one's own.

import assert, { AssertionError, ok, strictEqual } from "node:assert/strict";

function outcome(name: string, check: () => void): void {
  try {
    check();
    console.log(name, "passes");
  } catch (error) {
    if (error instanceof AssertionError) console.log(name, error.name, error.code);
    else console.log(name, error instanceof Error ? `${error.name}: ${error.message}` : error);
  }
}

outcome("equal", () => strictEqual(1 + 1, 2));
outcome("unequal", () => assert.strictEqual("a".length, 2));
outcome("NaN", () => strictEqual(Number.NaN, 0 / 0));
outcome("zeros", () => strictEqual(0, -0));
outcome("texts", () => assert.notStrictEqual("a", "b"));
outcome("ok", () => ok("text"));
outcome("not ok", () => ok(""));
outcome("own error", () => ok(false, new RangeError("mine")));
outcome("throws", () => assert.throws(() => JSON.parse("{") as { a: number }));
outcome("does not throw", () => assert.throws(() => 1));
outcome("throws what is wanted", () =>
  assert.throws(
    () => {
      throw new TypeError("x");
    },
    (error) => error instanceof TypeError,
  ),
);
outcome("fail", () => assert.fail("this way"));

try {
  assert.ok(1 > 2, "one is not more than two");
} catch (error) {
  console.log((error as Error).message, error instanceof AssertionError, error instanceof Error);
}

function lengthOf(text: string | undefined): number {
  ok(text !== undefined, "there is a text");
  return text.length;
}
console.log(lengthOf("four"));
assert.rejects(Promise.reject(new Error("late"))).then(() => console.log("rejected"));

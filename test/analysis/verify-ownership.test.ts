// The ownership verifier finds what a pass that counts references could do wrong.

import test from "ava";
import { verifyOwnership } from "../../compiler/analysis/verify-ownership.ts";
import { parseModule } from "../../compiler/ir/parse.ts";

const PRELUDE = `module linux
class "Node" instance size 24 align 8 ids 1..1
  field "next" ref +8
  field "value" i32 +16
global "head" ref
`;

function messagesOf(body: string, owned: readonly number[] = []): string[] {
  const module = parseModule(PRELUDE + body);
  const [fn] = module.functions;
  fn.ownedParameters = new Set(owned);
  return verifyOwnership(module, fn).map((message) => message.replace(/^.*?: /, ""));
}

test("a count that is given up once on each path is right", (t) => {
  const body = `function "f" (bool) -> ref {
b0(%1: bool):
  %2 = new "Node"
  branch %1, b1(), b2()
b1():
  return %2
b2():
  release %2
  %6 = const ref null
  return %6
}`;
  t.deepEqual(messagesOf(body), []);
});

test("an object that is never given up is found", (t) => {
  t.deepEqual(messagesOf(`function "f" () -> void {\nb0():\n  %1 = new "Node"\n  return\n}`), ["returns with 1 counts of %1"]);
});

test("a count that is given up twice is found", (t) => {
  const body = `function "f" () -> void {\nb0():\n  %1 = new "Node"\n  release %1\n  release %1\n  return\n}`;
  t.deepEqual(messagesOf(body), ["gives up a count of %1 that the function does not hold"]);
});

test("a parameter that is returned without a count is found", (t) => {
  t.deepEqual(messagesOf(`function "f" (ref) -> ref {\nb0(%1: ref):\n  return %1\n}`), [
    "gives up a count of %1 that the function does not hold",
  ]);
});

test("a use after the last release is found, also through a reference that was read", (t) => {
  const body = `function "f" () -> i32 {
b0():
  %1 = new "Node"
  %2 = field.get ref "Node"."next" %1
  release %1
  %4 = field.get i32 "Node"."value" %2
  return %4
}`;
  t.deepEqual(messagesOf(body), ["uses %2 after the last count of %1 was given up"]);
});

test("a count that is taken after the owner went is found", (t) => {
  const body = `function "f" () -> ref {
b0():
  %1 = new "Node"
  %2 = field.get ref "Node"."next" %1
  release %1
  retain %2
  return %2
}`;
  t.deepEqual(messagesOf(body), ["uses %2 after the last count of %1 was given up"]);
});

test("branches that come together with different counts are found", (t) => {
  const body = `function "f" (bool) -> void {
b0(%1: bool):
  %2 = new "Node"
  branch %1, b1(), b2()
b1():
  release %2
  jump b3()
b2():
  jump b3()
b3():
  return
}`;
  t.regex(messagesOf(body)[0], /%2 comes to b3 with 0 counts here and with 1 elsewhere/);
});

test("an argument that an owned parameter takes without a count is found", (t) => {
  const body = `function "f" (ref) -> void {
b0(%1: ref):
  jump b1(%1)
b1(%2: ref):
  release %2
  return
}`;
  t.deepEqual(messagesOf(body, [2]), ["gives up a count of %1 that the function does not hold"]);
});

test("a store that does not release what it overwrites may keep the old reference for a release", (t) => {
  const body = `function "f" () -> void {
b0():
  %1 = new "Node"
  %2 = global.get ref "head"
  global.set "head" %1
  release %2
  return
}`;
  t.deepEqual(messagesOf(body), []);
});

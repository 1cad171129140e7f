// The error classes: names, messages, inheritance, causes, text.
const errors: Error[] = [
  new Error("e"),
  new TypeError("t"),
  new RangeError("r"),
  new SyntaxError("s"),
  new ReferenceError("f"),
  new EvalError("v"),
  new URIError("u"),
  new Error(),
  new TypeError(""),
];
for (const e of errors)
  console.log(e.name, e.message === "", `${e}`, e.toString(), e instanceof Error, e instanceof TypeError, e.stack.split("\n")[0]);
const caused = new Error("outer", { cause: new RangeError("inner") });
if (caused.cause instanceof RangeError) console.log(caused.cause.message);
console.log(new Error("x").cause === undefined, typeof new Error("x", { cause: "text" }).cause);
const e = new Error("before");
e.name = "Renamed";
e.message = "after";
console.log(`${e}`);

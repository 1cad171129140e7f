// AggregateError holds several errors.
const many = new AggregateError([new TypeError("a"), new RangeError("b"), "text"], "several");
console.log(many.name, many.message, many.errors.length, many instanceof Error, `${many}`);
for (const e of many.errors) console.log(e instanceof Error ? e.message : typeof e);
const list = [new Error("x")];
const copy = new AggregateError(list);
list.push(new Error("y"));
console.log(copy.errors.length, copy.message === "", `${copy}`);

// return() and throw() from outside: what the generator's own try statements make of them.

function* careful(): Generator<string, string> {
  try {
    yield "one";
    yield "two";
  } catch (error) {
    yield `caught ${error instanceof Error ? error.message : "?"}`;
  } finally {
    console.log("finally");
  }
  return "end";
}

const a = careful();
console.log(a.next().value);
const stopped = a.return("stop");
console.log(stopped.done, stopped.value);
console.log(a.next().done);

const b = careful();
b.next();
const caught = b.throw(new Error("boom"));
console.log(caught.done, caught.value);
const end = b.next();
console.log(end.done, end.value);

const unstarted = careful();
console.log(unstarted.return("early").value, unstarted.next().done);

const failing = careful();
try {
  failing.throw(new Error("before the start"));
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
console.log(failing.next().done);

function* stubborn(): Generator<number, number> {
  try {
    yield 1;
  } finally {
    yield 2;
    console.log("after the second");
  }
  return 3;
}
const c = stubborn();
c.next();
const refused = c.return(9);
console.log(refused.done, refused.value);
const then = c.next();
console.log(then.done, then.value);

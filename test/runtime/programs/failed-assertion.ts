// Asserts what is not so.

const limit = Math.floor(2.5);
assert(limit === 2);
assert(limit > 3);
console.log("not reached");

// Chains of then, catch and finally: values and reasons pass through what does not handle them.

Promise.resolve(2)
  .then((n) => n + 1)
  .then((n) => `text ${n}`)
  .then((text) => {
    console.log(text);
    throw new Error("broken");
  })
  .then(() => console.log("skipped"))
  .catch((reason) => {
    console.log("caught", reason instanceof Error ? reason.message : "?");
    return "mended";
  })
  .finally(() => console.log("finally"))
  .then((value) => console.log(value));

const both = Promise.resolve(5).then(
  (n) => n * 2,
  () => "never",
);
both.then((value) => console.log(typeof value === "number" ? value + 1 : value));

const passed = Promise.resolve("through").then(undefined, () => "no");
passed.catch(() => "no").then((value) => console.log(value));

Promise.reject(new TypeError("first"))
  .finally(() => {
    throw new RangeError("second");
  })
  .catch((reason) => console.log(reason instanceof RangeError, reason instanceof TypeError));

Promise.resolve([1, 2, 3])
  .then((list) => list.map((n) => n * n))
  .then((list) => console.log(list.join()));

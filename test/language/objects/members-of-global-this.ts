// globalThis has the globals of the library: functions, objects and classes.

globalThis.console.log(globalThis.Math.max(1, 2), globalThis.Math.PI > 3, globalThis.parseInt("12px"), globalThis.isNaN(NaN));
console.log(globalThis.NaN, globalThis.Infinity, -globalThis.Infinity, globalThis.Number("5") + 1, globalThis.String(5).length);
const counts = new globalThis.Map<string, number>([["a", 1]]);
console.log(counts.get("a"), globalThis.JSON.stringify([1, "b"]), globalThis.Object.keys({ q: 1 }), globalThis.Array.isArray([]));
console.log(
  globalThis.Array.from({ length: 2 }, (_, index) => index),
  new globalThis.Set([1, 1]).size,
  globalThis.Date.UTC(1970, 0, 2),
);
globalThis.setTimeout(() => globalThis.console.log("later"), 1);
globalThis.queueMicrotask(() => console.log("job"));
const timer = globalThis.setInterval(() => console.log("never"), 1000);
globalThis.clearInterval(timer);
try {
  throw new globalThis.TypeError("thrown");
} catch (error) {
  console.log(error instanceof globalThis.TypeError, error instanceof globalThis.Error);
}
globalThis.Promise.resolve(3).then((value) => console.log(value));
console.log(
  [1, 2].map((n) => globalThis.String(n)),
  globalThis.encodeURIComponent("a b"),
  globalThis.structuredClone({ a: [1] }),
);

// A top-level await that nothing settles: when nothing is left to do, the program ends with status 13.

class Held {
  readonly name = "held";
}
setTimeout(() => console.log("timer"), 1);
const held = new Held();
console.log("waits", held.name);
await new Promise<number>(() => {});
console.log("never", held.name);

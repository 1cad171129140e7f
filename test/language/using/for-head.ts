// using in the head of a `for`: the resource is held until the loop has ended, in whatever way.
// The file beside has what ECMAScript says: the bundler before Node does not translate these heads.

class Handle {
  left: number;
  readonly name: string;
  constructor(name: string, left: number) {
    this.name = name;
    this.left = left;
  }
  [Symbol.dispose](): void {
    console.log("close", this.name);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    console.log("close later", this.name);
  }
}
for (using lock = new Handle("lock", 1), limit = new Handle("limit", 2); limit.left > 0; limit.left--) {
  console.log("turn", limit.left, lock.name);
}
for (using lock = new Handle("broken", 5); ; lock.left--) {
  if (lock.left === 4) break;
  console.log("turn", lock.left);
}
function search(): string {
  for (using lock = new Handle("searching", 9); lock.left > 0; lock.left--) if (lock.left % 4 === 0) return `found ${lock.left}`;
  return "nothing";
}
console.log(search());
try {
  for (using lock = new Handle("throwing", 1); ; ) throw new Error(`with ${lock.name}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
for (await using lock = new Handle("awaited", 2); lock.left > 0; lock.left--) console.log("turn", lock.left);
console.log("end");

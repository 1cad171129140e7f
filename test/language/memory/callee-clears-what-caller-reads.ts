// A call that empties a global leaves what the caller read from it alone.
class Entry {
  constructor(readonly key: string) {}
}
let current: Entry | null = new Entry("a" + 1);
function clear(): number {
  current = null;
  return 1;
}
function read(): string {
  const entry = current;
  const count = clear();
  return entry === null ? "none" : entry.key + count;
}
console.log(read(), read());

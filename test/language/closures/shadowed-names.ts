// One name at several levels: blocks, loops, catch, parameters, functions and classes, and closures that keep each of them.

const reads: (() => string)[] = [];
const name = "module";
reads.push(() => name);
{
  const name = "block";
  reads.push(() => name);
  {
    let name = "inner";
    reads.push(() => name);
    name += "!";
  }
}
for (let name = 0; name < 2; name++) {
  reads.push(() => `loop${name}`);
  const inner = name;
  {
    const name = `${inner}-nested`;
    reads.push(() => name);
  }
}
try {
  throw new Error("thrown");
} catch (name) {
  reads.push(() => (name instanceof Error ? name.message : "?"));
  if (reads.length > 0) {
    const name = "in catch";
    reads.push(() => name);
  }
}
function outer(name: string): () => string {
  function inner(): string {
    const name = "local";
    return `${name}/${((name: string): string => name)("argument")}`;
  }
  reads.push(inner);
  switch (name) {
    case "given": {
      const name = ["case"];
      reads.push(() => name.join());
    }
  }
  return () => name;
}
reads.push(outer("given"));
const recursive = (name: number): string => (name === 0 ? "." : `${name}${recursive(name - 1)}`);
reads.push(() => recursive(3));
class Holder {
  readonly name = "field";
  method(name = this.name): string {
    const read = (): string => `${name} ${this.name}`;
    return read();
  }
}
reads.push(
  () => new Holder().method(),
  () => new Holder().method(name),
);
for (const name of ["of"]) for (const key in { name }) reads.push(() => `${key}=${name}`);
console.log(reads.map((read) => read()).join(", "));
const undefinedName = ((name?: string): string => name ?? "nothing")();
console.log(undefinedName, name);

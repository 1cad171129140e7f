// using at the top level of a file: the resource is given up when the file's code has ended, before jobs run.

class Resource {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    console.log("open", name);
  }
  [Symbol.dispose](): void {
    console.log("close", this.name);
  }
}
using first = new Resource("first");
using second = new Resource("second"),
  third = new Resource("third");
using nothing = null;
function names(): string {
  return `${first.name} ${second.name} ${third.name}`;
}
console.log(names(), nothing === null);
queueMicrotask(() => console.log("job"));
{
  using inner = new Resource("inner");
  console.log("in block", inner.name);
}
console.log("end of file");

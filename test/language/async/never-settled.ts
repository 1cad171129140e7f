// Awaiting what is never settled: the function never goes on, and what it holds is given up.

class Resource {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
async function waitForever(resource: Resource): Promise<string> {
  console.log("waiting", resource.name);
  const value = await new Promise<string>(() => {});
  console.log("never", resource.name);
  return value;
}
async function chain(): Promise<void> {
  const text = await waitForever(new Resource("one"));
  console.log("never", text);
}
const results: string[] = [];
chain().then(() => results.push("done"));
waitForever(new Resource("two")).finally(() => results.push("finally"));
setTimeout(() => console.log("end", results.length), 5);

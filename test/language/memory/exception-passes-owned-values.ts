// An exception gives up what the functions that it leaves were holding.
class Resource {
  static made = 0;
  readonly id = ++Resource.made;
  readonly label = "resource " + this.id;
}
function risky(depth: number, held: Resource[]): string {
  const own = new Resource();
  held.push(own);
  if (depth === 0) throw new Error(`stopped with ${own.label} and ${held.length}`);
  const more = [new Resource(), own];
  return risky(depth - 1, held) + more.length;
}
for (let i = 0; i < 3; i++) {
  try {
    console.log(risky(i, []));
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
}

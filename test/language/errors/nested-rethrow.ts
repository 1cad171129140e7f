// Nested rethrow: exceptions through several layers, changed on the way, with a trace of who saw them.

const trace: string[] = [];

class Layered extends Error {
  readonly layer: number;
  constructor(layer: number, cause?: unknown) {
    super(`layer ${layer}`, { cause });
    this.layer = layer;
  }
}

function layer(depth: number): void {
  try {
    trace.push(`in ${depth}`);
    if (depth === 4) throw new RangeError("bottom");
    layer(depth + 1);
  } catch (error) {
    trace.push(`catch ${depth}`);
    if (depth % 2 === 0) throw error;
    throw new Layered(depth, error);
  } finally {
    trace.push(`out ${depth}`);
  }
}

try {
  layer(0);
} catch (error) {
  const names: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) names.push(at instanceof Layered ? `Layered ${at.layer}` : at.name);
  console.log(names.join(" <- "));
}
console.log(trace.join(", "));

function attempt(times: number): string {
  let last: unknown;
  for (let count = 1; count <= times; count++) {
    try {
      if (count < 3) throw new Error(`try ${count}`, { cause: last });
      return `worked after ${count}`;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

console.log(attempt(3));
try {
  attempt(2);
} catch (error) {
  if (error instanceof Error) console.log(error.message, error.cause instanceof Error ? error.cause.message : "no cause");
}

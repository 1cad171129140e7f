// The rest of an object has no properties that the object has not: optional ones that are missing are no keys of it.

interface Options {
  readonly name: string;
  readonly retries?: number;
  readonly label?: string;
  readonly verbose: boolean;
}

function withoutName({ name, ...rest }: Options): Omit<Options, "name"> {
  console.log(name, rest, Object.keys(rest), "retries" in rest);
  return rest;
}

console.log({ label: "default", ...withoutName({ name: "a", verbose: true }) });
console.log({ label: "default", ...withoutName({ name: "b", retries: 3, label: "own", verbose: false }) });

let verbose = false;
let others: Omit<Options, "verbose">;
({ verbose, ...others } = { name: "c", label: "l", verbose: true } as Options);
console.log(verbose, others, JSON.stringify(others));
for (const { name, ...rest } of [
  { name: "d", verbose: true },
  { name: "e", retries: 0, verbose: true },
] as Options[])
  console.log(name, rest);

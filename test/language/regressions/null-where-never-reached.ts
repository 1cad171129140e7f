// Null where never reached: a constant null of boolean | null behind a test that it is not null, also across awaits and yields.

class Holder {
  constructor(readonly held: boolean) {}
}

const nothing = null as boolean | null;

async function later(holder: Holder): Promise<boolean> {
  return holder.held;
}

async function run(): Promise<string> {
  const value = null as boolean | null;
  if (value !== null) {
    if (await later(new Holder(value))) return String(await later(new Holder(value)));
    return "held";
  }
  return "null";
}

function* steps(): Generator<boolean | string, void, undefined> {
  const value = null as boolean | null;
  if (value !== null) yield new Holder(value).held;
  else yield "none";
}

function choose(value: boolean | null | undefined): string {
  return value === null ? "null" : value === undefined ? "undefined" : value ? "yes" : "no";
}

console.log(nothing !== null ? new Holder(nothing).held : "none", choose(nothing), choose(undefined), choose(true), choose(false));
console.log([...steps()], await run());

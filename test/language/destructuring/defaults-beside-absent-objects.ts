// `const { a = …, b = … } = found ?? {}`: the literal has none of the members, so each gets its default.

interface Snapshot {
  version: number;
  name: string;
  state: { open: boolean };
}

const snapshots = new Map<string, Snapshot>([["known", { version: 2, name: "n", state: { open: false } }]]);
for (const id of ["known", "other"]) {
  const { version = 7, name = "none", state = { open: true } } = snapshots.get(id) ?? {};
  console.log(version, name, state);
}

function pick(id: string, isWanted: boolean): string {
  const { name = "nameless", version }: Partial<Snapshot> = isWanted ? (snapshots.get(id) ?? {}) : {};
  return `${name} ${version}`;
}
console.log(pick("known", true), pick("other", true), pick("known", false));

// An object of a class, or a literal that lacks one of its properties.
class Failure extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
function shown(reason: unknown): string {
  const { status = 500, message } =
    reason instanceof Failure ? reason : { message: reason instanceof Error ? reason.message : String(reason) };
  return `${status} ${message}`;
}
console.log(shown(new Failure(404, "no")), shown(new Error("x")), shown("text"));

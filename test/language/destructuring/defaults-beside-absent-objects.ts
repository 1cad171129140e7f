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

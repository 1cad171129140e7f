// Immutable updates with nested spreads, and objects shared between structures.

interface State {
  readonly user: { readonly name: string; readonly tags: readonly string[] };
  readonly count: number;
}
const start: State = { user: { name: "ada", tags: ["x"] }, count: 0 };
const renamed: State = { ...start, user: { ...start.user, name: "eva" } };
const tagged: State = { ...renamed, user: { ...renamed.user, tags: [...renamed.user.tags, "y"] }, count: renamed.count + 1 };
console.log(start.user.name, renamed.user.name, tagged.user.tags.join(), start.user.tags.length, tagged.count);
console.log(renamed.user.tags === start.user.tags, renamed.user === start.user, tagged.user.tags === start.user.tags);

const shared = { n: 1 };
const holders = [{ shared }, { shared }, { shared: { ...shared } }];
holders[0].shared.n++;
console.log(holders.map((holder) => holder.shared.n).join());
const {
  user: {
    name,
    tags: [firstTag],
  },
  ...others
} = tagged;
console.log(name, firstTag, others.count);
type Action = { type: "add"; by: number } | { type: "reset" };
function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "add":
      return { ...state, count: state.count + action.by };
    case "reset":
      return { ...state, count: 0 };
  }
}
const actions: Action[] = [
  { type: "add", by: 5 },
  { type: "add", by: 2 },
];
console.log(actions.reduce(reduce, start).count, reduce(tagged, { type: "reset" }).count);

type Reducer<S, A> = (state: S | undefined, action: A) => S;
interface Todo {
  id: number;
  text: string;
}
interface State {
  todos: Todo[];
  filter: string;
}
interface Act {
  type: string;
}
function combine<S extends object, A>(reducers: { [K in keyof S]: Reducer<S[K], A> }): Reducer<S, A> {
  return (state, action) => {
    const next = {} as S;
    let changed = state === undefined;
    for (const key of Object.keys(reducers) as (keyof S)[]) {
      const before = state?.[key];
      next[key] = reducers[key](before, action);
      changed ||= next[key] !== before;
    }
    return changed ? next : state!;
  };
}
const r = combine<State, Act>({
  todos: (s = [], a) => (a.type === "add" ? [...s, { id: s.length, text: "t" }] : s),
  filter: (s = "all", a) => (a.type === "f" ? "f" : s),
});
let s = r(undefined, { type: "" });
console.log(s);
s = r(s, { type: "add" });
const s2 = r(s, { type: "x" });
console.log(s, s === s2);
console.log(r(s, { type: "f" }));

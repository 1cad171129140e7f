// A member of a union chosen by its discriminant: Extract<Action, { type: K }>.
type Action = { type: "add"; amount: number } | { type: "rename"; name: string } | { type: "reset" };
interface State {
  total: number;
  name: string;
}
type Handlers = { [K in Action["type"]]: (state: State, action: Extract<Action, { type: K }>) => State };
const handlers: Handlers = {
  add: (state, action) => ({ ...state, total: state.total + action.amount }),
  rename: (state, action) => ({ ...state, name: action.name }),
  reset: () => ({ total: 0, name: "" }),
};
function reduce(state: State, action: Action): State {
  const handler = handlers[action.type] as (state: State, action: Action) => State;
  return handler(state, action);
}
class Dispatcher<A extends { type: string }> {
  private readonly listeners = new Map<string, ((action: A) => void)[]>();
  on<K extends A["type"]>(type: K, listener: (action: Extract<A, { type: K }>) => void): this {
    const list = this.listeners.get(type) ?? [];
    list.push((action) => listener(action as Extract<A, { type: K }>));
    this.listeners.set(type, list);
    return this;
  }
  send(action: A): number {
    const list = this.listeners.get(action.type) ?? [];
    for (const listener of list) listener(action);
    return list.length;
  }
}
let state: State = { total: 1, name: "n" };
for (const action of [
  { type: "add", amount: 4 },
  { type: "rename", name: "m" },
] as Action[])
  state = reduce(state, action);
console.log(state.total, state.name, reduce(state, { type: "reset" }).total);
const dispatcher = new Dispatcher<Action>();
dispatcher.on("add", (action) => console.log("added", action.amount)).on("rename", ({ name }) => console.log("renamed", name));
console.log(
  dispatcher.send({ type: "add", amount: 2 }),
  dispatcher.send({ type: "rename", name: "z" }),
  dispatcher.send({ type: "reset" }),
);

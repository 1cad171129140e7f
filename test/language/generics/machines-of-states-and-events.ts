// A state machine over type parameters for its states and events.
class Machine<S extends string, E extends string> {
  private readonly visits: Record<S, number>;
  constructor(
    private current: S,
    private readonly table: Record<S, Partial<Record<E, S>>>,
  ) {
    this.visits = {} as Record<S, number>;
    for (const state of Object.keys(table) as S[]) this.visits[state] = 0;
  }
  send(event: E): boolean {
    const next = this.table[this.current][event];
    if (next === undefined) return false;
    this.current = next;
    this.visits[next] += 1;
    return true;
  }
  get state(): S {
    return this.current;
  }
  seen(state: S): number {
    return this.visits[state];
  }
}
const door = new Machine<"open" | "closed" | "locked", "push" | "pull" | "turn">("open", {
  open: { push: "closed" },
  closed: { pull: "open", turn: "locked" },
  locked: { turn: "closed" },
});
console.log(door.send("push"), door.send("turn"), door.state, door.send("pull"), door.send("turn"), door.state, door.seen("closed"));
const light = new Machine("red", { red: { go: "green" }, green: { stop: "red" } } as Record<
  "red" | "green",
  Partial<Record<"go" | "stop", "red" | "green">>
>);
console.log(light.send("go"), light.state, light.seen("green"));

// Topological sort: what must come first, in a fixed order, and the members of a circle where there is one.

function sorted(needs: Map<string, readonly string[]>): string[] | { circle: string[] } {
  const order: string[] = [];
  const states = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (name: string): string[] | undefined => {
    const state = states.get(name);
    if (state === "done") return undefined;
    if (state === "open") return [...path.slice(path.indexOf(name)), name];
    states.set(name, "open");
    path.push(name);
    for (const need of needs.get(name) ?? []) {
      const circle = visit(need);
      if (circle !== undefined) return circle;
    }
    path.pop();
    states.set(name, "done");
    order.push(name);
    return undefined;
  };
  for (const name of needs.keys()) {
    const circle = visit(name);
    if (circle !== undefined) return { circle };
  }
  return order;
}

function show(result: string[] | { circle: string[] }): string {
  return Array.isArray(result) ? result.join(" ") : `circle: ${result.circle.join(" > ")}`;
}

console.log(
  show(
    sorted(
      new Map([
        ["shoes", ["socks", "trousers"]],
        ["socks", []],
        ["trousers", ["pants"]],
        ["shirt", []],
      ]),
    ),
  ),
);
console.log(
  show(
    sorted(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["d", "b"]],
      ]),
    ),
  ),
);
console.log(show(sorted(new Map([["self", ["self"]]]))));
console.log(show(sorted(new Map<string, string[]>())) === "");

// Literals of tuples that leave their optional elements out, where the call tells what the type parameters stand for.

class Graph<N extends string | number> {
  readonly edges: string[] = [];
  static of<N extends string | number>(edges: readonly (readonly [N, N, number?])[]): Graph<N> {
    const graph = new Graph<N>();
    for (const [from, to, weight = 1] of edges) graph.edges.push(`${from}-${to}:${weight}`);
    return graph;
  }
}
console.log(
  Graph.of([
    [1, 2],
    [2, 3],
  ]).edges,
);
console.log(
  Graph.of([
    ["a", "b"],
    ["b", "c", 5],
  ]).edges,
);

function shown<T>(entry: [T, number?]): string {
  const [value, count] = entry;
  return `${value} ${entry.length} ${count ?? "once"}`;
}
console.log(shown(["x"]), shown([4, 2]), shown([true, undefined]));

// Dijkstra: shortest paths with a list of distances, ties, unreachable places and the way back.

interface Road {
  readonly to: number;
  readonly cost: number;
}

function shortest(roads: readonly (readonly Road[])[], from: number): { distances: number[]; before: number[] } {
  const distances = roads.map(() => Infinity);
  const before = roads.map(() => -1);
  const done = new Set<number>();
  distances[from] = 0;
  while (done.size < roads.length) {
    let nearest = -1;
    for (let at = 0; at < roads.length; at++) if (!done.has(at) && (nearest < 0 || distances[at] < distances[nearest])) nearest = at;
    done.add(nearest);
    if (distances[nearest] === Infinity) break;
    for (const { to, cost } of roads[nearest]) {
      if (distances[nearest] + cost >= distances[to]) continue;
      distances[to] = distances[nearest] + cost;
      before[to] = nearest;
    }
  }
  return { distances, before };
}

function pathTo(before: readonly number[], to: number): string {
  const path: number[] = [];
  for (let at = to; at >= 0; at = before[at]) path.unshift(at);
  return path.join(">");
}

const roads: Road[][] = [
  [
    { to: 1, cost: 7 },
    { to: 2, cost: 9 },
    { to: 5, cost: 14 },
  ],
  [
    { to: 2, cost: 10 },
    { to: 3, cost: 15 },
  ],
  [
    { to: 3, cost: 11 },
    { to: 5, cost: 2 },
  ],
  [{ to: 4, cost: 6 }],
  [],
  [{ to: 4, cost: 9 }],
  [{ to: 0, cost: 0.5 }],
];
const { distances, before } = shortest(roads, 0);
console.log(distances);
for (let to = 0; to < roads.length; to++) console.log(to, distances[to] === Infinity ? "none" : pathTo(before, to));
console.log(shortest(roads, 6).distances.join(" "));

// Lists of texts and objects that are written beyond their end: what lies between is not there until it is written.

interface Job {
  readonly id: number;
  readonly turns: number;
}

async function pool<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

async function workOn(job: Job): Promise<string> {
  for (let turn = 0; turn < job.turns; turn++) await null;
  return `${job.id} after ${job.turns}`;
}

const jobs: Job[] = [9, 1, 4, 2, 7].map((turns, id) => ({ id, turns }));
const done = await pool(jobs, 3, workOn);
console.log(done, done.length);

const texts: string[] = [];
texts[2] = "two";
texts[4] = "four";
console.log(texts, texts.length, JSON.stringify(texts));
console.log(texts[0] === undefined, texts[1] ?? "none", texts[2] === "two", texts[3] !== "two");
console.log(texts.includes("four"), texts.indexOf("four"), texts.join("-"));
for (const text of texts) console.log(text === undefined ? "nothing" : text.length);
texts[0] = "zero";
texts[1] = "one";
texts[3] = "three";
console.log(texts.map((text) => text.toUpperCase()).join());

const grid: number[][] = [];
for (const [x, y] of [
  [2, 1],
  [0, 3],
  [2, 2],
]) {
  grid[y] ??= [];
  grid[y].push(x);
}
console.log(grid, grid[0]?.length, grid[1]?.length);

class Node {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
const nodes: Node[] = new Array(3);
nodes[1] = new Node("middle");
console.log(nodes, nodes[0] === undefined, nodes[1].name);
nodes[6] = new Node("far");
console.log(nodes, nodes.length);

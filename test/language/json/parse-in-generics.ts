// JSON.parse: the wanted type comes from casts, variables, parameters, results and type arguments.
interface Point {
  x: number;
  y: number;
}
function parseAs<T>(text: string): T {
  return JSON.parse(text) as T;
}
function lengthOf(point: Point): number {
  return Math.hypot(point.x, point.y);
}
class Store<T> {
  items: T[] = [];
  load(text: string): this {
    this.items = JSON.parse(text);
    return this;
  }
}
const sums = (lists: number[][]): number[] => lists.map((list) => list.reduce((sum, value) => sum + value, 0));
console.log(parseAs<Point>('{"x":1,"y":2}').y, parseAs<number[]>("[1,2]").length, parseAs<string>('"s"'));
console.log(lengthOf(JSON.parse('{"x":3,"y":4}')), sums(JSON.parse("[[1,2],[],[3]]")).join());
console.log(new Store<Point>().load('[{"x":1,"y":1}]').items[0].x, new Store<string>().load('["a"]').items[0]);
const { x, y = 7 }: { x: number; y?: number } = JSON.parse('{"x": 5}');
console.log(x, y);
const [first, ...rest]: number[] = JSON.parse("[1, 2, 3]");
console.log(first, rest.join());
let deep = "1";
for (let level = 0; level < 200; level++) deep = `[${deep}]`;
type Nest = { inner: Nest | null };
let nest = "null";
for (let level = 0; level < 300; level++) nest = `{"inner":${nest}}`;
let depth = 0;
for (let at: Nest | null = parseAs<Nest>(nest); at !== null; at = at.inner) depth++;
console.log(depth, deep.length);

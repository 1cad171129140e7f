// Types computed from types: mapped, conditional with infer, indexed access, keyof, typeof and template literal types.

interface Point {
  x: number;
  y: number;
  label: string;
}
type Nullable<T> = { [P in keyof T]: T[P] | null };
type ElementOf<T> = T extends readonly (infer E)[] ? E : never;
type Coordinate = Point["x" | "y"];
type Setter = `set${"X" | "Y"}`;
type Result<F extends (...args: never[]) => unknown> = F extends (...args: never[]) => infer R ? R : never;

const origin = { x: 0, y: 0, label: "origin" };
type Origin = typeof origin;
const partial: Partial<Point> = { x: 3 };
const nullable: Nullable<Point> = { x: null, y: 2, label: null };
const picked: Pick<Point, "x" | "label"> = { x: 1, label: "p" };
const omitted: Omit<Point, "label"> = { x: 5, y: 6 };
const record: Record<"a" | "b", number> = { a: 1, b: 2 };
const frozen: Readonly<Point> = { x: 7, y: 8, label: "f" };
const whole: Required<{ n?: number; t?: string }> = { n: 4, t: "t" };

function make(): { id: number; tags: string[] } {
  return { id: 1, tags: ["made"] };
}
const made: ReturnType<typeof make> = make();
const tag: ElementOf<(typeof made)["tags"]> = made.tags[0];
const args: Parameters<(a: number, b: string) => void> = [1, "b"];
const kept: Exclude<"a" | "b" | "c", "b"> = "c";
const setter: Setter = "setX";
const coordinate: Coordinate = origin.x;
const again: Origin = { ...origin, x: 9 };
const result: Result<typeof make> = made;
const text: NonNullable<string | null | undefined> = "there";

console.log(partial.x, partial.y, nullable.x, nullable.y, picked.label, omitted.y, record.a + record.b);
console.log(frozen.label, whole.n, made.id, tag, args[0], args[1], kept, setter, coordinate, again.x, result.tags.length, text);

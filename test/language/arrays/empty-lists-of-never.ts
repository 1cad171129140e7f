// A list that holds nothing, by its type, where lists of numbers, truth values or texts are wanted.

const nothing: readonly never[] = [];
const made: never[] = [];

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0.5);
}

function withMore(numbers: readonly number[], ...more: number[]): number[] {
  return [...numbers, ...more];
}

const wide: readonly number[] | null = nothing;
const flags: readonly boolean[] = made;
const texts: readonly string[] = made;
console.log(total(nothing), total(made), wide?.length, flags.length, texts.join());
console.log(withMore(nothing, 1, 2.5), nothing.length, [...flags, true], [...texts, "x"]);
const chosen = (wanted: boolean): readonly number[] => (wanted ? [1, 2] : nothing);
console.log(total(chosen(true)), total(chosen(false)), chosen(false).includes(1), made.concat().length);
const byName = new Map<string, readonly number[]>([["a", [4]]]);
console.log(total(byName.get("a") ?? nothing), total(byName.get("b") ?? nothing));

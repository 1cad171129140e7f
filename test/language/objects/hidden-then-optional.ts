// A property that one type hides, and another has as an optional one of a different type: asking for it panics instead of misreading it.
// Exits: 70

const source: { x: number; label: string } = { x: 1, label: "text" };
const hidden: { x: number } = source;
const again: { x: number; label?: number } = hidden;
const fresh: { x: number; label?: number } = { x: 2 };
const named: { x: number; label?: string } = hidden;
console.log(again.x, fresh.label, named.label);
fresh.label = 4;
console.log(fresh.label);
console.log(again.label);

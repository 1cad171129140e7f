// A property that gets a wider value through another type of the same object: what the value lacks is missed by a panic.
// Exits: 70

interface Point {
  x: number;
  y: string;
}
interface Half {
  x: number;
}
const full: { at: Point } = { at: { x: 1, y: "y" } };
const half: { at: Half } = full;
console.log(half.at.x, full.at.y);
half.at = { x: 2 };
console.log(full.at.x, full.at === half.at);
console.log(full.at.y);

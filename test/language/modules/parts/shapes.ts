// Part of default-and-re-exports.ts: default exports, renamed exports, and a star export.

export default class Shape {
  readonly sides: number;
  constructor(sides: number) {
    this.sides = sides;
  }
  describe(): string {
    return `${this.sides} sides`;
  }
}
export const square = new Shape(4);
function hidden(n: number): number {
  return n + 1;
}

export { hidden as increment, square as box };

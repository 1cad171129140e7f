// Leaves objects behind that refer to each other: counting alone cannot free them.

class Cell {
  other: Cell | null = null;
  readonly payload: number;
  constructor(payload: number) {
    this.payload = payload;
  }
}
class Holder {
  readonly values: number[] = [1, 2, 3];
  self: Holder | null = null;
}

function makePair(): number {
  const left = new Cell(1);
  const right = new Cell(2);
  left.other = right;
  right.other = left;
  return left.payload;
}

function makeHolder(): number {
  const holder = new Holder();
  holder.self = holder;
  return holder.values.length;
}

function freed(): number {
  const cell = new Cell(3);
  cell.other = new Cell(4);
  return cell.other.payload;
}

console.log(makePair() + makeHolder() + freed());

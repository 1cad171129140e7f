// Makes and drops objects, arrays and texts on the heap that the manifest gave this program, and writes what came of it.

class Cell {
  next: Cell | null = null;
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

function sumOfList(length: number): number {
  let first: Cell | null = null;
  for (let i = 0; i < length; i++) {
    const cell: Cell = new Cell(i);
    cell.next = first;
    first = cell;
  }
  let sum = 0;
  for (let cell = first; cell !== null; cell = cell.next) sum += cell.value;
  return sum;
}

let total = 0;
for (let round = 0; round < 20; round++) total += sumOfList(round * 20);
const texts: string[] = [];
for (let i = 0; i < 50; i++) texts.push(`${i}:${i * i}`);
console.log(`heap total ${total} texts ${texts.join(",").length}`);

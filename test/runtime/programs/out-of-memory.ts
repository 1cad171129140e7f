// A program that uses all memory, catches the exception, and goes on with what it gave back.

class Cell {
  next: Cell | null = null;
}

function fill(): number {
  let head: Cell | null = null;
  let count = 0;
  try {
    while (true) {
      const cell = new Cell();
      cell.next = head;
      head = cell;
      count++;
    }
  } catch (error) {
    console.log(error instanceof RangeError, error instanceof Error ? error.message : "no error");
  }
  return count;
}

const first = fill();
const second = fill();
console.log(first > 100_000, second > first / 2);
const list: number[] = [];
try {
  while (true) list.push(1);
} catch (error) {
  console.log("array", error instanceof RangeError, list.length > 1000);
}
list.length = 0;
console.log("done");

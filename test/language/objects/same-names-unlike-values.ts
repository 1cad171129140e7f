// Objects of unlike types have a property of the same name: a number that may be missing in the one, an object in the other.

interface Cell {
  value?: number;
}
interface Note {
  value: { text: string } | { size: number };
}
const cells: Cell[] = [{}, { value: 2 }];
const notes: Note[] = [{ value: { text: "a" } }, { value: { size: 1 } }];
function reset(cell: { value?: number }, value: number | undefined): void {
  cell.value = value;
}
for (const cell of cells) reset(cell, 5);
for (const note of notes) note.value = { size: 3 };
console.log(cells, notes);

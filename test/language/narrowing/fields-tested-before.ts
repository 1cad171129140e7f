// A field or element that was tested is read again with its type: also where calls between the two change it to another of its type.
class Cell {
  value: string | number | boolean | null = "text";
  touched = 0;
  touch(): void {
    this.touched++;
    if (typeof this.value === "string") this.value = `${this.value}!`;
  }
}

const cell = new Cell();
if (typeof cell.value === "string") {
  cell.touch();
  console.log(cell.value.length, cell.value.toUpperCase());
}
cell.value = 5;
if (typeof cell.value === "number") {
  cell.touch();
  console.log(cell.value + 1, cell.value.toFixed(2));
}
cell.value = true;
if (cell.value === true) console.log(cell.value, cell.touched);

const list: (string | number)[] = ["a", 1, "b"];
if (typeof list[0] === "string" && typeof list[1] === "number") {
  list.push("c");
  console.log(list[0].length + list[1], list.length);
}
const held: { inner: { part: number | string | undefined } } = { inner: { part: 3 } };
if (typeof held.inner.part === "number") {
  held.inner.part += 1;
  console.log(held.inner.part * 2);
}
held.inner.part = "now a text";
console.log(held.inner.part.split(" ").length, (held.inner.part as string).length);

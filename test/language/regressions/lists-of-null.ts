// Lists of null: elements that may be null, moved from list to list by methods, in maps, and read outside where undefined has a place.

class Row<V> {
  private cells: V[] = [];
  add(cell: V): void {
    this.cells.push(cell);
  }
  copy(): V[] {
    const copied: V[] = [];
    for (let index = 0; index < this.cells.length; index++) copied.push(this.cells[index]);
    return copied;
  }
}

const numbers = new Row<number | null>();
numbers.add(1);
numbers.add(null);
console.log(numbers.copy().join("-"), numbers.copy());

const texts = new Row<string | null | undefined>();
texts.add("a");
texts.add(undefined);
texts.add(null);
console.log(texts.copy());

const ages = new Map<string, number | null>([["", null]]);
for (let count = 0; count < 20; count++) ages.set(`k${count}`, count % 3 === 0 ? null : count);
for (let count = 0; count < 18; count++) ages.delete(`k${count}`);
for (const [name, age] of ages) console.log(name, age);
console.log(ages.get("k19"), ages.get("k1"), ages.get(""));

const few: (boolean | null)[] = [true, null];
console.log(few[0] ?? "none", few[1] ?? "none", few[2] ?? "none");
console.log(few[5] === undefined, few[5] === null, few[1] === null);
few.push(few[1], few[0]);
console.log(few, few.indexOf(null));

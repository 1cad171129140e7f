// Accessors through inheritance: pairs overridden twice, read through super, written by compound assignments and increments.

const log: string[] = [];
class Cell {
  protected stored = 1;
  get value(): number {
    log.push("Cell.get");
    return this.stored;
  }
  set value(n: number) {
    log.push(`Cell.set ${n}`);
    this.stored = n;
  }
}
class Doubled extends Cell {
  override get value(): number {
    log.push("Doubled.get");
    return super.value * 2;
  }
  override set value(n: number) {
    log.push("Doubled.set");
    this.stored = n / 2;
  }
}
class Bounded extends Doubled {
  override get value(): number {
    return Math.min(super.value, 100);
  }
  override set value(n: number) {
    const write = (): void => {
      this.stored = n < 0 ? 0 : n;
    };
    write();
  }
  raise(): number {
    this.value += 10;
    return this.value++ + super.value;
  }
}

function use(cell: Cell): string {
  cell.value = 8;
  cell.value += 4;
  const before = cell.value++;
  const text = `${before} ${cell.value} ${--cell.value}`;
  return `${text} [${log.splice(0).join(", ")}]`;
}
console.log(use(new Cell()));
console.log(use(new Doubled()));
const bounded = new Bounded();
console.log(use(bounded));
console.log(bounded.raise(), bounded.value);
bounded.value = 5000;
console.log(bounded.value, log.length);
bounded.value = -3;
console.log(bounded.value, (bounded.value ||= 7), bounded.value, (bounded.value &&= 9));

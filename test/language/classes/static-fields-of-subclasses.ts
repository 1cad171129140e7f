// A static field that is assigned through a subclass becomes a field of the subclass; until then it is the one above.

class Counter {
  static count = 0;
  static label: string | undefined = "base";
  static list: number[] = [1];
  static bump(): number {
    return ++this.count;
  }
  static rename(label: string | undefined): void {
    this.label = label;
  }
  static show(): string {
    return `${this.count} ${this.label} ${this.list.join("+")}`;
  }
}
class Left extends Counter {
  static total(): number {
    return this.count + super.count;
  }
}
class Right extends Counter {
  static override label: string | undefined = "right";
  static reset(): void {
    super.label = "from super";
    super.count = 50;
  }
}
class Deep extends Left {
  static add(): void {
    Left.list = [...Left.list, 2];
    this.list = [...this.list, 9];
  }
}
console.log(Left.count, Deep.count);
Counter.bump();
console.log(Left.bump(), Left.bump(), Counter.count, Deep.count);
Deep.count += 10;
console.log(Counter.count, Left.count, Deep.count, Right.count, Left.total(), Deep.total());
Counter.bump();
console.log(Counter.show(), "/", Left.show(), "/", Deep.show(), "/", Right.show());
// Given undefined it is there all the same.
Left.rename(undefined);
console.log(Counter.label, Left.label, Deep.label, Right.label);
Right.reset();
console.log(Counter.show(), "/", Right.show());
Deep.add();
console.log(Counter.list.join(), Left.list.join(), Deep.list.join(), Right.list.join());
[Right.list[0], Left.count] = [7, 8];
console.log(Counter.show(), "/", Left.show(), "/", Right.show());

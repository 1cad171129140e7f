// Methods read as values keep their object when wrapped; fields of function type need not.
// Leaks: an object and its bound function hold each other.

class Scale {
  constructor(private readonly by: number) {}
  apply(x: number): number {
    return x * this.by;
  }
  readonly bound = (x: number): number => x * this.by;
}
const two = new Scale(2);
const ten = new Scale(10);
const list = [1, 2, 3];
console.log(list.map(two.bound).join(), list.map((x) => ten.apply(x)).join(), [two, ten].map((scale) => scale.apply(5)).join());
const { bound } = ten;
const functions = [two.bound, bound, (x: number) => -x];
console.log(functions.map((f) => f(4)).join(), two.bound === two.bound, functions.indexOf(bound));

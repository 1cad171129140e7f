// Objects that live only inside one expression.
class Maker {
  constructor(readonly n: number) {}
  child(): Maker | undefined {
    return this.n > 0 ? new Maker(this.n - 1) : undefined;
  }
  list(): Maker[] {
    return [new Maker(this.n), this];
  }
}
const at = (n: number): Maker => new Maker(n);
console.log(at(3).child()?.child()?.child()?.child()?.n, at(2).child()?.child()?.n, at(1).list()[0].list()[1].n);
console.log(
  at(5)
    .child()
    ?.list()
    .map((maker) => maker.n)
    .join(),
  [at(1), at(2)].map((maker) => maker.child()?.n).join(),
);

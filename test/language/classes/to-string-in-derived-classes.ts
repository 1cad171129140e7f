// A class without toString may be the type of an object whose class has one.

class Plain {
  n = 1;
}
class Loud extends Plain {
  override toString(): string {
    return `loud ${this.n}`;
  }
}
class Louder extends Loud {
  override n = 2;
}
class Quiet extends Plain {}

const all: Plain[] = [new Plain(), new Loud(), new Louder(), new Quiet()];
for (const one of all) console.log(`${one}`, String(one), "" + one);
console.log(all.join(), `${all[1]}`, `${[all[0], [all[2]]]}`);
const known: Quiet = new Quiet();
console.log(`${known}`, `${new Loud()}`);

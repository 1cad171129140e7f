// Functions that return classes: what the class uses of the function is there as long as the class is.

function labelled(label: string) {
  return class {
    constructor(readonly n: number) {}
    show(): string {
      return `${label}${this.n}`;
    }
  };
}
const A = labelled("a");
const B = labelled("b");
const a = new A(1);
console.log(a.show(), new B(2).show(), a instanceof A, a instanceof B);

function counted(step: number) {
  class Counted {
    static made = 0;
    static readonly tag = `step ${step}`;
    readonly id = (Counted.made += step);
    static fresh(): Counted {
      return new Counted();
    }
  }
  return Counted;
}
const One = counted(1);
const Ten = counted(10);
new One();
console.log(new One().id, Ten.fresh().id, One.made, Ten.made, One.tag, Ten.tag);

// As a value of a constructor type.
interface Shown {
  show(): string;
}
function maker(prefix: string): new (n: number) => Shown {
  return class {
    constructor(private readonly n: number) {}
    show(): string {
      return prefix + String(this.n);
    }
  };
}
const classes = [maker("x"), maker("y")];
console.log(classes.map((Made, index) => new Made(index).show()).join());

// A class of the module that extends one.
class Derived extends labelled("base") {
  more(): string {
    return `${this.show()}+`;
  }
}
console.log(new Derived(7).more(), new Derived(8) instanceof Derived, new Derived(9).n);

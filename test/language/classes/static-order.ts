// Static order: fields, blocks and methods of classes run from top to bottom, parents first, each once.

const log: string[] = [];
function note<T>(name: string, value: T): T {
  log.push(name);
  return value;
}

class Parent {
  static first = note("Parent.first", 1);
  static {
    log.push("Parent block");
    Parent.first++;
  }
  static second = note("Parent.second", Parent.first * 10);
  own = note("own", Parent.second);
}

class Child extends Parent {
  static list: string[] = note("Child.list", []);
  static {
    for (let at = 0; at < 3; at++) Child.list.push(`${Child.first + at}`);
  }
  static count = Child.list.length;
  override own = note("child own", Child.count + Child.second);
  #hidden = note("hidden", 5);
  constructor() {
    log.push("before super");
    super();
    log.push("after super");
  }
  sum(): number {
    return this.own + this.#hidden;
  }
}

log.push("made");
console.log(new Child().sum(), new Parent().own, Child.list.join());
Parent.first = 100;
console.log(Child.first, Parent.second, Child.count);
console.log(log.join(", "));

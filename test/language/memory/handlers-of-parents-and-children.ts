// Functions with `this` in the fields of a class and of the classes below it, and one that hides another.
class Widget {
  constructor(readonly id: string) {}
  log: string[] = [];
  handle = (event: string): void => {
    this.log.push(`${this.id} ${event}`);
  };
  name = (): string => this.id;
}
class Panel extends Widget {
  children: Widget[] = [];
  add = (child: Widget): this => {
    this.children.push(child);
    return this;
  };
  override name = (): string => `panel ${this.id} of ${this.children.length}`;
}
class Dialog extends Panel {
  close = (): string => {
    this.handle("close");
    return this.log.join("; ");
  };
}
function closer(): () => string {
  const dialog = new Dialog("d");
  dialog.add(new Widget("a")).add(new Panel("p"));
  dialog.handle("open");
  return dialog.close;
}
const close = closer();
console.log(close());
console.log(close());
const names = [new Widget("w"), new Panel("q").add(new Widget("z")), new Dialog("r")].map((widget) => widget.name);
for (const name of names) console.log(name());

// A constructor that throws when its functions are there already.
class Failing {
  constructor(registry: (() => number)[], isBad: boolean) {
    registry.push(this.read);
    if (isBad) throw new Error("bad");
  }
  value = 7;
  read = (): number => this.value;
}
const registry: (() => number)[] = [];
for (const isBad of [true, false, true]) {
  try {
    console.log(new Failing(registry, isBad).value);
  } catch (error) {
    console.log(error instanceof Error ? error.message : "");
  }
}
console.log(registry.map((read) => read()).join());

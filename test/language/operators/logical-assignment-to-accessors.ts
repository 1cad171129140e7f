// Logical assignment to accessors: the getter is asked once, and the setter only when something is assigned.

class Probe {
  private held: number | null;
  reads = 0;
  writes = 0;
  constructor(held: number | null) {
    this.held = held;
  }
  get value(): number | null {
    this.reads++;
    return this.held;
  }
  set value(next: number | null) {
    this.writes++;
    this.held = next === null ? null : next * 10;
  }
}

function show(name: string, probe: Probe, result: number | null): void {
  console.log(name, result, probe.reads, probe.writes, probe.value);
}

for (const start of [null, 0, 7]) {
  const missing = new Probe(start);
  show("??=", missing, (missing.value ??= 1));
  const falsy = new Probe(start);
  show("||=", falsy, (falsy.value ||= 2));
  const truthy = new Probe(start);
  show("&&=", truthy, (truthy.value &&= 3));
}

// The result is what was assigned, not what the setter made of it.
const settings = {
  texts: ["", "b"],
  log: "",
  get first(): string {
    this.log += "g";
    return this.texts[0];
  },
  set first(text: string) {
    this.log += "s";
    this.texts[0] = `${text}!`;
  },
};
console.log((settings.first ||= "a"), settings.texts.join(), settings.log);
console.log((settings.first &&= "c"), settings.texts.join(), settings.log);

let order = "";
const pick = (): Probe => {
  order += "p";
  return new Probe(null);
};
const right = (): number => {
  order += "r";
  return 5;
};
console.log((pick().value ??= right()), order);
let plain: string | undefined;
plain ??= "x";
plain &&= plain + "y";
console.log(plain, plain.length);

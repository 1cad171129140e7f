// A function value has the name of its text, or of the place where it stands, whoever asks.
const named = function inner() {};
const list = [() => 1, function second() {}, named];
console.log(list.map((each) => each.name).join("|"), list[0].name === "");

const table = { plain: () => 2, method() {}, "with space": () => 3, 7: () => 4, nested: { deep: () => 5 } };
console.log(table.plain.name, table.method.name, table["with space"].name, table[7].name, table.nested.deep.name);

function show(given: () => unknown): string {
  return `<${given.name}>`;
}
console.log(
  show(() => 3),
  show(named),
  show(table.plain),
  show(function zero() {}),
  show(async () => {}),
);

class Service {
  handler = (): string => this.handler.name;
  static create(): string {
    return "made";
  }
}
console.log(new Service().handler.name, new Service().handler(), Service.create.name);

let later: () => void = () => {};
const before = later;
later = function () {};
console.log(before.name, later.name);
const { assigned = () => 1 } = {} as { assigned?: () => number };
console.log(assigned.name);

type Middleware = (next: () => string) => string;
const chain: Middleware[] = [
  function log(next) {
    return `log(${next()})`;
  },
  function check(next) {
    return `check(${next()})`;
  },
];
console.log(chain.map(({ name }) => name).join(" > "));
console.log(
  chain.reduceRight<() => string>(
    (next, each) => () => each(next),
    () => "end",
  )(),
);

const makers: (new () => object)[] = [Service, class Local {}, class extends Service {}];
console.log(makers.map((maker) => maker.name).join("|"));
function declared(): void {}
const optional: (() => void) | undefined = [declared].find((each) => each.name === "declared");
console.log(optional?.name, optional?.name.length);

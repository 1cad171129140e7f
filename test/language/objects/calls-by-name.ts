// `object[key](...)` where the key is one of several names: methods, functions of literals, optional ones, and order of evaluation.

type Message = { kind: "open"; id: number } | { kind: "close"; reason: string } | { kind: "tick" };

const handlers: { [K in Message["kind"]]: (message: Extract<Message, { kind: K }>) => string } = {
  open: (message) => `open ${message.id}`,
  close: (message) => `close ${message.reason}`,
  tick: () => "tick",
};

function dispatch(message: Message): string {
  return handlers[message.kind](message as never);
}
const messages: Message[] = [{ kind: "open", id: 7 }, { kind: "tick" }, { kind: "close", reason: "done" }];
for (const message of messages) console.log(dispatch(message));

const uniform: Record<Message["kind"], (message: Message) => number> = {
  open: (message) => message.kind.length,
  close: () => -1,
  tick: () => 0,
};
for (const message of messages) console.log(uniform[message.kind](message));

class Counter {
  count = 0;
  add(by: number): number {
    this.count += by;
    return this.count;
  }
  take(by: number): number {
    this.count -= by;
    return this.count;
  }
}
const counter = new Counter();
for (const name of ["add", "add", "take"] as const) console.log(counter[name](5));

const optional: { twice?: (n: number) => number; same: (n: number) => number } = { same: (n) => n };
for (const name of ["twice", "same"] as const) console.log(optional[name]?.(3));

const log: string[] = [];
const step = <T>(name: string, value: T): T => {
  log.push(name);
  return value;
};
const names: (keyof typeof operations)[] = ["plus", "times"];
const operations = {
  plus(a: number, b: number): number {
    return a + b;
  },
  times: (a: number, b: number): number => a * b,
};
for (const name of names) console.log(step("object", operations)[step("key", name)](step("left", 3), step("right", 4)));
console.log(log.join());

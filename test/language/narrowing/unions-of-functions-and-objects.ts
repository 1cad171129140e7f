// Unions of functions with values, of classes with literals, and of two discriminants at once; guards on members and in callbacks.

type Lazy<T> = T | (() => T);
function force<T extends string | number>(value: Lazy<T>): T {
  return typeof value === "function" ? value() : value;
}
let calls = 0;
console.log(
  force("plain"),
  force(() => `called ${++calls}`),
  force<number>(() => ++calls) + force(40),
  calls,
);

class Failure {
  constructor(
    readonly reason: string,
    readonly fatal = false,
  ) {}
}
type Outcome = Failure | { readonly value: number; readonly unit?: "ms" | "s" } | string[];
function show(outcome: Outcome): string {
  if (outcome instanceof Failure) return `${outcome.fatal ? "fatal " : ""}${outcome.reason}`;
  if (Array.isArray(outcome)) return outcome.length === 0 ? "empty" : outcome.join("+");
  return outcome.unit === undefined ? `${outcome.value}` : `${outcome.value} ${outcome.unit}`;
}
const outcomes: Outcome[] = [new Failure("late"), { value: 1 }, ["a", "b"], { value: 2, unit: "s" }, [], new Failure("dead", true)];
console.log(outcomes.map(show).join(", "));
const failures = outcomes.filter((outcome) => outcome instanceof Failure);
console.log(failures.length, failures.map((failure) => failure.reason).join());

type Event =
  | { kind: "key"; phase: "down"; code: number }
  | { kind: "key"; phase: "up"; held: number }
  | { kind: "mouse"; phase: "down" | "up"; at: [x: number, y: number] };
function handle(event: Event): string {
  switch (event.phase) {
    case "down":
      if (event.kind === "key") return `code ${event.code}`;
      return `press ${event.at.join()}`;
    case "up":
      return event.kind === "mouse" ? `release ${event.at[0]}` : `held ${event.held}`;
  }
}
const events: Event[] = [
  { kind: "key", phase: "down", code: 65 },
  { kind: "mouse", phase: "up", at: [3, 4] },
  { kind: "key", phase: "up", held: 0.5 },
  { kind: "mouse", phase: "down", at: [1, 2] },
];
console.log(events.map(handle).join("; "));
const { kind, phase } = events[1];
console.log(kind, phase);
const isKey = (event: Event): event is Extract<Event, { kind: "key" }> => event.kind === "key";
console.log(
  events
    .filter(isKey)
    .map((event) => (event.phase === "down" ? event.code : event.held))
    .join(),
);

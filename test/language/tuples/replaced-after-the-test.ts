// A tuple in a property that a call replaces by one of another kind: reading it as the one that was tested panics.
// Exits: 70

type Step = ["add", number] | ["rename", string] | ["clear"];
const machine: { step: Step } = { step: ["add", 1] };

function take(next: Step): string {
  if (machine.step[0] === "add") {
    machine.step = next;
    return `was add, is ${machine.step[0]} of ${machine.step.length}`;
  }
  return `no add: ${machine.step[0]}`;
}

function add(between: () => void): string {
  if (machine.step[0] !== "add") return "nothing to add";
  between();
  return `add ${machine.step[1] + 1}`;
}

console.log(
  add(() => undefined),
  take(["rename", "x"]),
  take(["clear"]),
);
machine.step = ["add", 5];
console.log(
  add(() => {
    machine.step = ["add", 7];
  }),
);
console.log(
  add(() => {
    machine.step = ["rename", "text"];
  }),
);

// Tuples with a rest element: fixed places and all behind them, read, destructured, walked, spread into calls and other lists.

type Command = [string, ...number[]];

const command: Command = ["add", 1, 2, 3];
const [name, ...numbers] = command;
console.log(name.toUpperCase(), numbers, command.length, command[1] + command[2]);
console.log(command[0].length, command.at(-1), command.slice(1), command.indexOf(3), command[9] ?? "outside");
for (const part of command) console.log(typeof part, part);

function log(tag: string, ...values: number[]): string {
  return `${tag}:${values.reduce((sum, value) => sum + value, 0)}`;
}
console.log(log(...command), log("none"), log(...(["x"] as Command)));

const bare: Command = ["nothing"];
const [only, first = -1, ...others] = bare;
console.log(only, first, others.length);

const longer = [...command, 4];
console.log(longer, longer.length);
const again: Command = [...command, 5];
console.log(again, JSON.stringify(again));

type Trailing = [...string[], boolean];
const trailing: Trailing = ["a", "b", true];
console.log(trailing, trailing.length, trailing[trailing.length - 1]);

type Between = [number, ...string[], number];
const between: Between = [1, "x", "y", 2];
console.log(between[0] * 10, between.join("-"), between);

const frozen: readonly [boolean, ...string[]] = [false, "p", "q"];
const [flag, ...texts] = frozen;
console.log(
  !flag,
  texts.map((text) => text.repeat(2)),
);

command.push(9);
command[1] = 100;
console.log(command, command[1] / 4);

// Waiting as promises: timers with values, immediates, and an interval that a loop leaves.

import { setTimeout as delay, setImmediate as nextRound, setInterval } from "node:timers/promises";

async function work(name: string, time: number): Promise<string> {
  console.log(name, "begins");
  await delay(time);
  return `${name} done`;
}

async function main(): Promise<void> {
  console.log(await delay(1, "value"), await delay(1));
  console.log(await Promise.all([work("slow", 30), work("fast", 5)]));
  console.log(await Promise.race([work("late", 30), work("early", 1)]));
  await nextRound();
  let rounds = 0;
  for await (const _ of setInterval(1)) {
    rounds++;
    if (rounds === 3) break;
  }
  console.log("rounds", rounds);
}
void main();
console.log("first");

// Immediates: in their order, with arguments, cleared, and those that they ask for in the next round.

setImmediate((name: string, count: number) => console.log(name, count), "first", 1);
const cleared = setImmediate(() => console.log("never"));
setImmediate(() => {
  console.log("second");
  setImmediate(() => console.log("next round"));
  process.nextTick(() => console.log("tick between"));
  Promise.resolve().then(() => console.log("job between"));
  clearImmediate(alsoCleared);
});
setImmediate(() => console.log("third"));
const alsoCleared = setImmediate(() => console.log("never, too"));
clearImmediate(cleared);
clearImmediate(undefined);

let rounds = 0;
function again(): void {
  rounds++;
  if (rounds < 5) setImmediate(again);
  else console.log("rounds", rounds);
}
setImmediate(again);

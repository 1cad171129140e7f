// Timers in a program of the system: they run in the order of their times, jobs run before them, and the program sleeps meanwhile.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const order: string[] = [];
const start = performance.now();
setTimeout(() => order.push("60"), 60);
setTimeout(() => order.push("20"), 20);
const cleared = setTimeout(() => order.push("never"), 30);
setTimeout(() => {
  order.push("10");
  clearTimeout(cleared);
  queueMicrotask(() => order.push("job of 10"));
}, 10);
let turns = 0;
const repeated = setInterval(() => {
  turns++;
  if (turns === 3) clearInterval(repeated);
}, 5);
queueMicrotask(() => order.push("job"));
order.push("code");

await sleep(120);
const waited = performance.now() - start;
console.log(`order ${order.join(", ")}`);
console.log(`turns ${turns} waited ${waited >= 119}`);

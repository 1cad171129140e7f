// Timers: order by delay, then by time of setting; clearing; intervals; arguments; delays that make no sense.

const log: string[] = [];
setTimeout(() => log.push("30"), 30);
setTimeout(() => log.push("10 first"), 10);
setTimeout(() => log.push("10 second"), 10);
setTimeout((a: string, b: number) => log.push(`${a}${b}`), 20, "with ", 2);
const cleared = setTimeout(() => log.push("never"), 5);
clearTimeout(cleared);
clearTimeout(undefined);
setTimeout(() => log.push("zero"), 0);
setTimeout(() => log.push("negative"), -5);

let ticks = 0;
const interval = setInterval(() => {
  ticks++;
  if (ticks < 3) return;
  clearInterval(interval);
  setTimeout(end, 100);
}, 4);

function end(): void {
  for (const line of log) console.log(line);
  console.log("ticks", ticks);
  const inner = setTimeout(() => console.log("inner"), 1);
  setTimeout(() => clearTimeout(inner), 3);
}

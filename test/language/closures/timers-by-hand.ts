// A queue of closures run in order of time, some of which add others.

interface Task {
  at: number;
  run: () => void;
}
const queue: Task[] = [];
let now = 0;
let log = "";
function later(delay: number, run: () => void): void {
  queue.push({ at: now + delay, run });
}
function drain(): void {
  for (;;) {
    queue.sort((a, b) => a.at - b.at);
    const task = queue.shift();
    if (task === undefined) return;
    now = task.at;
    task.run();
  }
}
for (let i = 0; i < 3; i++)
  later(10 - i * 3, () => {
    log += `${i}@${now} `;
    if (i === 2)
      later(1, () => {
        log += `extra@${now} `;
      });
  });
later(0, () => {
  log += "first ";
});
drain();
console.log(log, now, queue.length);

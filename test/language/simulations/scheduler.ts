// Scheduler: tasks as generators that say how long they want to sleep, woken in order of time and of arrival.

type Task = Generator<number, string, undefined>;

function* worker(name: string, naps: readonly number[]): Task {
  let total = 0;
  for (const nap of naps) {
    events.push(`${clock}:${name}`);
    total += nap;
    yield nap;
  }
  return `${name} slept ${total}`;
}

function* parent(): Task {
  events.push(`${clock}:parent`);
  spawn(worker("child", [1, 1]));
  const inner = yield* worker("inner", [2]);
  events.push(`${clock}:${inner}`);
  return "parent done";
}

function* failing(): Task {
  yield 3;
  throw new Error("worker failed");
}

interface Waiting {
  readonly task: Task;
  readonly at: number;
  readonly order: number;
}

const events: string[] = [];
let clock = 0;
let orders = 0;
const queue: Waiting[] = [];

function spawn(task: Task, delay = 0): void {
  queue.push({ task, at: clock + delay, order: orders++ });
}

function run(): void {
  while (queue.length > 0) {
    queue.sort((left, right) => left.at - right.at || left.order - right.order);
    const first = queue.shift();
    if (first === undefined) return;
    clock = first.at;
    try {
      const step = first.task.next();
      if (step.done === true) events.push(`${clock}:${step.value}`);
      else spawn(first.task, step.value);
    } catch (error) {
      events.push(`${clock}:${error instanceof Error ? error.message : ""}`);
    }
  }
}

spawn(worker("a", [3, 1]));
spawn(worker("b", [1, 3]));
spawn(parent());
spawn(failing());
spawn(worker("none", []));
run();
console.log(events.join("\n"), clock);

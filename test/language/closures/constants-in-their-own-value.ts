// A function in the first value of a constant uses the constant: it is there when the function is called later, and not before.
function times(count: number, callback: (index: number) => boolean): number {
  for (let index = 0; index < count; index++) if (callback(index)) return index;
  return -1;
}
function early(): void {
  try {
    const found: number = times(3, (index) => index > found);
    console.log("never", found);
  } catch (error) {
    console.log(error instanceof ReferenceError, error instanceof Error ? error.message : "");
  }
}
early();

function never(): number {
  const found: number = times(0, () => found > 1);
  return found;
}
console.log(never());

function count(): Promise<number> {
  return new Promise((resolve) => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks++;
      if (ticks < 3) return;
      clearInterval(timer);
      resolve(ticks);
    }, 1);
  });
}
console.log(await count());

class Delayed {
  private readonly tasks: (() => string)[] = [];
  add(task: () => string): number {
    this.tasks.push(task);
    return this.tasks.length;
  }
  run(): string {
    return this.tasks.map((task) => task()).join(" ");
  }
}
function tickets(): string {
  const queue = new Delayed();
  const first = queue.add(() => `first is ${first}`);
  const pair: readonly [number, number] = [queue.add(() => `second is ${pair[0]}`), queue.add(() => `${pair[1]} of ${first}`)];
  return queue.run();
}
console.log(tickets());

// Heap of tasks: a heap that knows where each element is, so that its priority can change; equal priorities in order of arrival.

interface Task {
  readonly name: string;
  priority: number;
  readonly order: number;
}

class TaskHeap {
  private readonly tasks: Task[] = [];
  private readonly places = new Map<string, number>();
  private arrivals = 0;

  add(name: string, priority: number): void {
    this.tasks.push({ name, priority, order: this.arrivals++ });
    this.places.set(name, this.tasks.length - 1);
    this.rise(this.tasks.length - 1);
  }

  change(name: string, priority: number): void {
    const at = this.places.get(name);
    if (at === undefined) throw new Error(`no task ${name}`);
    this.tasks[at].priority = priority;
    this.rise(at);
    this.sink(this.places.get(name) ?? at);
  }

  take(): string | undefined {
    const first = this.tasks[0]?.name;
    const last = this.tasks.pop();
    if (first === undefined || last === undefined) return undefined;
    this.places.delete(first);
    if (this.tasks.length > 0) {
      this.put(last, 0);
      this.sink(0);
    }
    return first;
  }

  private isBefore(left: Task, right: Task): boolean {
    return left.priority === right.priority ? left.order < right.order : left.priority < right.priority;
  }

  private put(task: Task, at: number): void {
    this.tasks[at] = task;
    this.places.set(task.name, at);
  }

  private rise(at: number): void {
    const task = this.tasks[at];
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(task, this.tasks[above]); above = (at - 1) >> 1) {
      this.put(this.tasks[above], at);
      at = above;
    }
    this.put(task, at);
  }

  private sink(at: number): void {
    const task = this.tasks[at];
    for (let below = at * 2 + 1; below < this.tasks.length; below = at * 2 + 1) {
      if (below + 1 < this.tasks.length && this.isBefore(this.tasks[below + 1], this.tasks[below])) below++;
      if (!this.isBefore(this.tasks[below], task)) break;
      this.put(this.tasks[below], at);
      at = below;
    }
    this.put(task, at);
  }
}

const heap = new TaskHeap();
for (const [index, name] of ["wash", "cook", "read", "sleep", "walk", "sing"].entries()) heap.add(name, (index * 5) % 3);
heap.change("sleep", -1);
heap.change("wash", 9);
try {
  heap.change("fly", 0);
} catch (error) {
  console.log(error instanceof Error ? error.message : "");
}
for (let name = heap.take(); name !== undefined; name = heap.take()) console.log(name);
heap.add("again", 1);
console.log(heap.take(), heap.take());

// Listeners are found again by identity, copied with their object, and removed.
class Emitter {
  private readonly listeners = new Map<string, Set<(value: number) => void>>();
  on(name: string, listener: (value: number) => void): void {
    const set = this.listeners.get(name) ?? new Set<(value: number) => void>();
    this.listeners.set(name, set.add(listener));
  }
  off(name: string, listener: (value: number) => void): boolean {
    return this.listeners.get(name)?.delete(listener) ?? false;
  }
  emit(name: string, value: number): void {
    this.listeners.get(name)?.forEach((listener) => listener(value));
  }
}
class Meter {
  sum = 0;
  constructor(private readonly emitter: Emitter) {
    emitter.on("tick", this.count);
  }
  count = (value: number): void => {
    this.sum += value;
  };
  stop(): boolean {
    return this.emitter.off("tick", this.count);
  }
}
const emitter = new Emitter();
const meter = new Meter(emitter);
emitter.emit("tick", 3);
emitter.emit("tick", 4);
console.log(meter.sum, meter.stop(), meter.stop());
emitter.emit("tick", 100);
console.log(meter.sum, meter.count === meter.count);

// A copy has the functions of what it was copied from.
class Point {
  x = 1;
  move = (by: number): number => {
    this.x += by;
    return this.x;
  };
}
function copies(): { x: number; move: (by: number) => number }[] {
  const point = new Point();
  const copy = { ...point };
  copy.x = 50;
  return [copy, { ...copy, x: 60 }];
}
const [one, two] = copies();
console.log(one.x, one.move(5), two.move(10), one.x, two.x);

// Samples: what one operation cost, measured many times: minimum, median, maximum.
// Invariants: (1) summarise() sorts; add() afterwards begins anew after clear()

const SAMPLES_MAX: u32 = 101;
/** What reading the counter twice costs in itself, in ticks that count instructions (docs/benchmarks.md). */
const COUNTER_OVERHEAD: u64 = 2;

export class Samples {
  private readonly values: u64[] = [];

  clear(): void {
    while (this.values.length !== 0) this.values.pop();
  }

  isFull(): boolean {
    return u32(this.values.length) === SAMPLES_MAX;
  }

  /** Adds the distance between two readings of the time stamp counter. */
  add(from: u64, to: u64): void {
    const ticks: u64 = to - from;
    this.values.push(ticks < COUNTER_OVERHEAD ? 0 : ticks - COUNTER_OVERHEAD);
  }

  /** Sorts. Requires: there is a sample. The three after it answer rightly. */
  summarise(): void {
    for (let i: u32 = 1; i < u32(this.values.length); i++) this.sink(i);
  }

  minimum(): u64 {
    return this.values[0];
  }

  median(): u64 {
    return this.values[u32(this.values.length) / 2];
  }

  maximum(): u64 {
    return this.values[u32(this.values.length) - 1];
  }

  /** Moves a value down to its place among those before it, which are sorted. */
  private sink(index: u32): void {
    const value: u64 = this.values[index];
    let place: u32 = index;
    while (place !== 0 && this.values[place - 1] > value) {
      this.values[place] = this.values[place - 1];
      place--;
    }
    this.values[place] = value;
  }
}

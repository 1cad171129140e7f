// Object pool: objects used again, reset before use, borrowed by closures, and counted while they are out.

class Vector {
  x = 0;
  y = 0;
  label: string | null = null;
  set(x: number, y: number, label: string | null = null): this {
    this.x = x;
    this.y = y;
    this.label = label;
    return this;
  }
}

class Pool<T> {
  private readonly free: T[] = [];
  made = 0;
  out = 0;
  constructor(
    private readonly make: () => T,
    private readonly reset: (object: T) => void,
  ) {}

  borrow<R>(use: (object: T) => R): R {
    const object = this.free.pop() ?? this.makeOne();
    this.out++;
    try {
      return use(object);
    } finally {
      this.out--;
      this.reset(object);
      this.free.push(object);
    }
  }

  private makeOne(): T {
    this.made++;
    return this.make();
  }
}

const pool = new Pool(
  () => new Vector(),
  (vector) => vector.set(0, 0),
);

function length(x: number, y: number): number {
  return pool.borrow((vector) => Math.hypot(vector.set(x, y).x, vector.y));
}

console.log(length(3, 4), length(5, 12), pool.made);
const nested = pool.borrow((outer) => pool.borrow((inner) => `${pool.out} ${outer === inner} ${length(6, 8)} ${pool.made}`));
console.log(nested, pool.out, pool.made);
try {
  pool.borrow((vector) => {
    vector.set(1, 2, "kept?");
    throw new Error("dropped");
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : "", pool.out);
}
console.log(pool.borrow((vector) => `${vector.x} ${vector.label}`));
const sums: number[] = [];
for (let round = 0; round < 100; round++) sums.push(pool.borrow((vector) => vector.set(round, sums.length).x + vector.y));
console.log(
  sums.reduce((sum, each) => sum + each, 0),
  pool.made,
);

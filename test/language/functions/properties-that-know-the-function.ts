// Functions whose properties are functions that use the function itself: nobody is left over when the last one goes.

interface Counter {
  (by: number): number;
  count: number;
  reset: () => void;
}
function makeCounter(): Counter {
  const counter = ((by: number) => {
    counter.count += by;
    return counter.count;
  }) as Counter;
  counter.count = 0;
  counter.reset = () => {
    counter.count = 0;
  };
  return counter;
}
const counter = makeCounter();
counter(2);
console.log(counter(3), counter.count);
counter.reset();
console.log(counter.count, makeCounter()(7));
const { reset } = makeCounter();
reset();

function delayed(f: (text: string) => void): ((text: string) => void) & { flush(): void; waiting: string[] } {
  const later = Object.assign(
    (text: string) => {
      later.waiting.push(text);
    },
    {
      waiting: [] as string[],
      flush() {
        for (const text of this.waiting.splice(0)) f(text);
      },
    },
  );
  return later;
}
const show = delayed((text) => console.log("shown", text));
show("a");
show("b");
console.log(show.waiting.length);
show.flush();
console.log(show.waiting);

function remembered<A extends string | number, R>(f: (key: A) => R) {
  const cache = new Map<A, R>();
  const found = (key: A): R => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = f(key);
    cache.set(key, made);
    return made;
  };
  found.size = () => cache.size;
  found.clear = () => cache.clear();
  return found;
}
const lengths = remembered((text: string) => text.length);
console.log(lengths("four"), lengths("four") + 1, lengths("x"), lengths.size());
lengths.clear();
console.log(lengths.size());

const base = (n: number): string => `n${n}`;
const wrapped = Object.assign(base, { kind: "wrapped", twice: (n: number) => base(n) + base(n) });
console.log(wrapped(1), wrapped.kind, wrapped.twice(2));

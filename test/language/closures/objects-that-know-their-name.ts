// A literal's functions use the constant that it becomes, called on it or taken out of it.
function makeStore(start: number) {
  let value = start;
  const store = {
    changes: 0,
    get() {
      return value;
    },
    set(next: number) {
      value = next;
      store.changes++;
      return store;
    },
    increment: () => store.set(store.get() + 1),
    describe: function () {
      return `${store.get()} after ${store.changes}`;
    },
    each: (names: readonly string[]) => names.map((name) => `${name}${store.changes}`),
  };
  return store;
}
const store = makeStore(5);
console.log(store.set(7).increment().get(), store.changes, store.describe());
console.log(store.each(["a", "b"]).join());
const { describe, increment } = makeStore(40);
console.log(describe(), increment().increment().describe(), describe());
const { get } = makeStore(41);
console.log(get());

interface Ring {
  readonly name: string;
  next: () => Ring;
}
function ring(): Ring {
  const node: Ring = { name: "only", next: () => node };
  return node;
}
const next = ring().next;
console.log(next().name, next().next().next === next);

function longer(names: readonly string[]): Ring[] {
  return names.map((name, index) => {
    const own: Ring = { name: `${name}${index}`, next: () => own };
    return own;
  });
}
for (const each of longer(["x", "y"])) console.log(each.next().name);

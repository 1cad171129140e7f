// A computed name is evaluated where it stands, before the value that belongs to it, also where the name itself is known.
function log<T>(shown: T): T {
  console.log("log", shown);
  return shown;
}

const made = {
  [(log(1), "a")]: log("value a"),
  b: log("value b"),
  [(log(2), "c")]: log("value c"),
};
console.log(made.a, made.b, made.c);

const { [(log(3), "a")]: first, [(log(4), "c")]: second = "none" } = made;
console.log(first, second);
let target = "";
({ [(log(5), "b")]: target } = made);
console.log(target);

function counted(start: number): number {
  let count = start;
  const one = { [(count++, "k")]: count };
  return one.k * 10 + count;
}
console.log(counted(1), counted(5));

function picked({ [(log(6), "p")]: p }: { p: number }): number {
  return p;
}
console.log(picked({ p: 7 }), picked({ p: 8 }));

const KEY = "key";
console.log({ [KEY]: 2 }[KEY], { [`${KEY}`]: 3 }.key);

let isReached = false;
try {
  const unlucky = {
    [((): "q" => {
      throw new Error("from the name");
    })()]: (isReached = true),
  };
  console.log(unlucky.q);
} catch (error) {
  console.log((error as Error).message, isReached);
}

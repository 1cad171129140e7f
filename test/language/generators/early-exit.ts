// Leaving a loop over a generator early runs its finally blocks: by break, return, throw and an outer continue.

function* guarded(name: string) {
  try {
    console.log(`${name} opens`);
    yield 1;
    yield 2;
    yield 3;
    console.log(`${name} ran out`);
  } finally {
    console.log(`${name} closes`);
  }
}

for (const n of guarded("break")) {
  if (n === 2) break;
}

function find(wanted: number): string {
  for (const n of guarded("return")) {
    if (n === wanted) return `found ${n}`;
  }
  return "not found";
}
console.log(find(1));
console.log(find(9));

try {
  for (const n of guarded("throw")) {
    if (n === 2) throw new Error(`at ${n}`);
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}

outer: for (let i = 0; i < 2; i++) {
  for (const n of guarded(`outer ${i}`)) {
    if (n === 1) continue outer;
    console.log("never");
  }
}

for (const n of guarded("continue")) {
  if (n < 3) continue;
  console.log(n);
}

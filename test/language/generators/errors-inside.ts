// Exceptions: one that leaves the body ends the generator; one caught inside does not.

function* failing(at: number) {
  for (let i = 0; i < 4; i++) {
    if (i === at) throw new Error(`failed at ${i}`);
    yield i;
  }
}

const steps = failing(1);
console.log(steps.next().value);
try {
  steps.next();
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
console.log(steps.next().done, steps.next().value);

function* forgiving() {
  let errors = 0;
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 1) throw new Error("inner");
      yield `fine ${i}`;
    } catch {
      errors++;
      yield `error ${errors}`;
    } finally {
      yield `finally ${i}`;
    }
  }
}
for (const text of forgiving()) console.log(text);

function outer(): number {
  let count = 0;
  try {
    for (const n of failing(2)) count += n + 1;
  } catch {
    return count + 100;
  }
  return count;
}
console.log(outer());

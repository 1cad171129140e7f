// Loop variables across awaits: each turn has its own, and closures made before a wait see what changes after it.

async function main(): Promise<void> {
  const callbacks: (() => string)[] = [];
  for (let i = 0; i < 3; i++) {
    callbacks.push(() => `i=${i}`);
    await null;
    if (i === 1) i += 0;
  }
  for (const callback of callbacks) console.log(callback());

  let total = 0;
  const add = async (n: number): Promise<void> => {
    const before = total;
    await null;
    total = before + n;
  };
  await Promise.all([add(1), add(2), add(3)]);
  console.log("lost updates", total);
  total = 0;
  for (const n of [1, 2, 3]) await add(n);
  console.log("in order", total);

  let word = "";
  outer: for (const letter of "abcdef") {
    for (let n = 0; n < 3; n++) {
      await null;
      if (letter === "c") continue outer;
      if (letter === "e") break outer;
      if (n === 1) break;
      word += letter + n;
    }
  }
  console.log(word);
  let count = 0;
  do count++;
  while ((await Promise.resolve(count)) < 4);
  while (await Promise.resolve(count-- > 0));
  console.log(count);
}
main();

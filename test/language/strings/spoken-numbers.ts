// Numbers in words, by recursion on their size.

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
function spoken(n: number): string {
  if (n < 0) return `minus ${spoken(-n)}`;
  if (n < 20) return small[n];
  if (n < 100) return tens[Math.floor(n / 10)] + (n % 10 === 0 ? "" : `-${small[n % 10]}`);
  for (const [size, name] of [
    [1e9, "billion"],
    [1e6, "million"],
    [1e3, "thousand"],
    [100, "hundred"],
  ] as [number, string][]) {
    if (n >= size) return `${spoken(Math.floor(n / size))} ${name}${n % size === 0 ? "" : ` ${spoken(n % size)}`}`;
  }
  return "";
}
for (const n of [0, 7, 13, 20, 42, 100, 101, 999, 1000, 12345, 1000000, 2147483647, -8, 4000000000]) console.log(n, spoken(n));

// Parameters of generators: defaults and patterns are evaluated by the call, the body only by the first next().

function effect(text: string): string {
  console.log(`effect ${text}`);
  return text;
}

function* labelled(name = effect("default"), { size = 2, mark = "-" } = {}, ...rest: number[]) {
  console.log("body begins");
  for (let i = 0; i < size; i++) yield `${name}${mark}${i}`;
  for (const n of rest) yield `rest ${n}`;
  size = 0;
}

const a = labelled();
console.log("made");
for (const text of a) console.log(text);
for (const text of labelled("given", { size: 1, mark: "+" }, 7, 8)) console.log(text);

function* pairs([x, y]: [number, number], scale: number) {
  yield x * scale;
  scale++;
  yield y * scale;
}
for (const n of pairs([3, 4], 10)) console.log(n);

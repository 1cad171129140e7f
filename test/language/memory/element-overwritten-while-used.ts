// An element read from an array outlives its place in it.
const list: { text: string }[] = [];
for (let i = 0; i < 4; i++) list.push({ text: `item ${i}` });
const first = list[0];
list[0] = list[3];
list[3] = { text: "new" + list.length };
list.length = 1;
console.log(first.text, list[0].text, list.length);
function takeAll(from: { text: string }[]): string {
  let all = "";
  for (let last = from.pop(); last !== undefined; last = from.pop()) all += last.text + ";";
  return all;
}
list.push(first, { text: "end" + 1 });
console.log(takeAll(list), list.length, first.text);

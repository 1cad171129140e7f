// A variable that an optional chain gives its value may be undefined, also where the checker sees no reason.

const names = ["abc"];
const missing = names[9]?.length;
const found = names[0]?.length;
console.log(missing, missing === undefined, typeof missing, `${missing}`);
console.log(found, found === undefined, found + 1);

const word: string | undefined = names[9];
console.log(word === undefined, word, word ?? "nothing");
const there: string | undefined = names[0];
console.log(there, there?.length, there !== undefined);

interface Item {
  name: string;
  tags?: string[];
}
function described(list: Item[]): string {
  const name = list[3]?.name;
  const tag = list[0]?.tags?.[7];
  let size = list[5]?.name.length;
  if (name === undefined) size = 7;
  return `${name} ${tag ?? "no tag"} ${size + 1}`;
}
console.log(described([{ name: "a", tags: ["t"] }]), described([]));

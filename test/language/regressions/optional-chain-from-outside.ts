// An optional chain whose head lies outside the array ends as undefined, where the checker trusts the index.
const words = ["abc", "de"];
console.log(words[5]?.length, words[1]?.length, words[5]?.length ?? -1, words[9]?.toUpperCase() ?? "none");
const kept: string | undefined = words[1];
console.log(kept, kept.length, words[7] === undefined, words[0]?.at(5));

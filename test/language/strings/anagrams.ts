// Words grouped by their sorted letters.

const groups = new Map<string, string[]>();
for (const word of ["listen", "silent", "enlist", "google", "elgoog", "abc", "cab", "b", "", "tinsel"]) {
  const key = word.split("").sort().join("");
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [word]);
  else group.push(word);
}
for (const [key, words] of groups) console.log(`<${key}>`, words.length, words.join(" "));
console.log(Array.from(groups.values()).length, groups.get("eilnst")?.length ?? 0, groups.get("zzz")?.length ?? "none");

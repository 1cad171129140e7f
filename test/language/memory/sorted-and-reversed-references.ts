// Moving references around neither loses nor doubles them.
const names = ["delta", "alpha", "charlie", "bravo", "echo"].map((name) => ({ name: name + "." }));
const sorted = names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
names.reverse();
names.sort((a, b) => b.name.length - a.name.length);
names.splice(1, 2, { name: "inserted" + 1 }, sorted[0], sorted[0]);
names.unshift(sorted[4]);
names.copyWithin(0, 3);
console.log(names.map(({ name }) => name).join(" "), sorted.map(({ name }) => name).join(" "));
names.fill(sorted[1], 1, 3);
console.log(names.shift()?.name, names.pop()?.name, names.map(({ name }) => name).join(" "));

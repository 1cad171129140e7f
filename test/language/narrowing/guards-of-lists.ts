// A guard that takes a list of objects for one of texts: its elements are tested where they are read.
// Exits: 70

const areTexts = (values: string[] | { deep: string }[]): values is string[] => values.length > 1;

function show(values: string[] | { deep: string }[]): string {
  if (!areTexts(values)) return `${values.length} others`;
  return values.map((value) => value.toUpperCase()).join(" ");
}

console.log(show(["a", "b"]), show([{ deep: "x" }]), show(["c"]));
console.log(show([{ deep: "x" }, { deep: "y" }]));

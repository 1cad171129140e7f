// Groups move lines to the right, those of texts and objects with several lines too; clocks that are only started say nothing.

console.time("whole");
console.group("first");
console.log("one\ntwo");
console.group();
console.log({ list: Array.from({ length: 30 }, (_, index) => index * 1000), name: "a" });
console.groupEnd();
console.groupCollapsed("collapsed", 1, [2]);
console.log("%s is inside", "this");
console.log();
console.log("");
console.info(["a long text that fills the line", "another one of these", "and a third one that breaks it"]);
console.groupEnd();
console.debug("back in first");
console.groupEnd();
console.groupEnd();
console.log("outside");
function walk(depth: number): void {
  if (depth === 0) return;
  console.group(`depth ${depth}`);
  walk(depth - 1);
  console.log(`end of ${depth}`);
  console.groupEnd();
}
walk(3);
console.count();
console.count("steps");
console.count("steps");
console.countReset("steps");
console.count("steps");

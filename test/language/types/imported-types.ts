// Types of other modules by `import("...")`, without an import statement.

type Answer = typeof import("../modules/parts/answer.ts").default;
let kept: Answer | undefined;
console.log(kept === undefined);
function doubled(answer: Answer): number {
  return Number(answer) * 2;
}
kept = 21;
console.log(doubled(kept));
function marked(shape: import("../modules/parts/types.ts").Callback): string {
  return typeof shape;
}
console.log(typeof marked);

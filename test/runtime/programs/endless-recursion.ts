// Calls itself until the stack is full.

function descend(depth: number): number {
  return descend(depth + 1) + depth;
}
console.log(descend(0));

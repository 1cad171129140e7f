// Exceptions: throw, catch, finally, across calls and in loops.

function risky(n: number): number {
  if (n === 3) throw new Error("three");
  if (n === 4) throw new RangeError("four");
  return n * 2;
}
let log = "";
for (let i = 1; i <= 5; i++) {
  try {
    log += `${risky(i)} `;
  } catch (error) {
    log += error instanceof RangeError ? `range:${error.message} ` : error instanceof Error ? `error:${error.message} ` : "? ";
  } finally {
    log += "f ";
  }
}
console.log(log);
function early(): string {
  try {
    return "try";
  } finally {
    console.log("cleanup");
  }
}
console.log(early());
function nested(): string {
  try {
    try {
      throw new TypeError("inner");
    } finally {
      log = "inner finally";
    }
  } catch (error) {
    return error instanceof TypeError ? `${error.name} ${error.message} ${log}` : "";
  }
}
console.log(nested());

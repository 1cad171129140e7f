// JSON.parse: texts that are nested deeper than the stack has room for are a RangeError, before they are parsed or passed over.
interface Nest {
  inner: Nest | null;
}
function attempt(depth: number): void {
  try {
    let result: Nest | null = JSON.parse(`${'{"inner":'.repeat(depth)}null${"}".repeat(depth)}`) as Nest;
    let count = 0;
    for (; result !== null; result = result.inner) count++;
    console.log(count);
  } catch (error) {
    console.log(error instanceof RangeError ? error.message : "another error");
  }
}
attempt(1);
attempt(1000);
attempt(6_000);
const passedOver = JSON.parse(`{"x": ${"[".repeat(6_000)}${"]".repeat(6_000)}, "inner": null}`) as Nest;
console.log(passedOver.inner);

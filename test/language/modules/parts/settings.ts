// Read by modules/awaiting-imports.ts: a module that awaits at top level.
console.log("settings begin");
export const size: number = await new Promise((resolve) => setTimeout(() => resolve(42), 1));
export let readings = 0;
export function read(): number {
  readings++;
  return size;
}
console.log("settings end");

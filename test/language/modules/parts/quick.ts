// Read by modules/independent-awaits.ts: awaits once, less long.
console.log("quick begins");
await null;
console.log("quick ends");
export const quick = "quick";

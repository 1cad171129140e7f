// Read by modules/independent-awaits.ts: awaits twice.
console.log("slow begins");
await null;
console.log("slow goes on");
await new Promise<void>((resolve) => setTimeout(resolve, 2));
console.log("slow ends");
export const slow = "slow";

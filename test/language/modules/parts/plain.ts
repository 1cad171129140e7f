// Read by modules/independent-awaits.ts: runs at once, though a module imported before it still waits.
console.log("plain runs");
export const plain = "plain";

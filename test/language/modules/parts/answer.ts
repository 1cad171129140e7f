// Part of default-and-re-exports.ts: a value as default export.

const parts = [40, 2];
export default parts[0] + parts[1];

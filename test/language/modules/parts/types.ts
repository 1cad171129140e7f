// Part of default-and-re-exports.ts: types only.

export type Callback = (n: number) => number;

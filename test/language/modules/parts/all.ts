// Part of default-and-re-exports.ts: passes on what others export.

export * as answers from "./answer.ts";
export { default as greet, Tone } from "./greet.ts";
export * from "./shapes.ts";
export { default as Shape } from "./shapes.ts";
export type { Callback } from "./types.ts";

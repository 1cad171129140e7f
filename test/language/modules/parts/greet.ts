// Part of default-and-re-exports.ts: a function as default export.

export default function greet(name: string): string {
  return `hello ${name}`;
}
export enum Tone {
  Quiet,
  Loud,
}

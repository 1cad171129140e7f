// Reports: what the compiler tells about its own work: time by stage, bytes by function.

import type { LinkMap } from "./link/linker.ts";

export function timeReport(stages: readonly { readonly name: string; readonly milliseconds: number }[]): string {
  return stages.map(({ name, milliseconds }) => `${milliseconds.toFixed(1).padStart(9)} ms  ${name}\n`).join("");
}

/** Bytes of every kept section, largest first. */
export function sizeReport(map: LinkMap): string {
  return [...map.sections]
    .sort((a, b) => b.sizeBytes - a.sizeBytes)
    .map(({ sizeBytes, section, name }) => `${String(sizeBytes).padStart(9)}  ${section.padEnd(10)}  ${name}\n`)
    .join("");
}

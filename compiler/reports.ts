// Reports: what the compiler tells about its own work: time by stage, bytes by function.

import type { LinkMap } from "./link/linker.ts";

export interface Stage {
  readonly name: string;
  readonly milliseconds: number;
  /** It is part of the stage that comes after it in the list. */
  readonly isPart: boolean;
}

/** What each stage took, parts indented below it; what no stage counts is the compiler's own start and the files it wrote. */
export function timeReport(stages: readonly Stage[], totalMilliseconds: number): string {
  const row = (milliseconds: number, name: string): string => {
    const share = totalMilliseconds === 0 ? 0 : (milliseconds / totalMilliseconds) * 100;
    return `${milliseconds.toFixed(1).padStart(9)} ms ${share.toFixed(0).padStart(3)} %  ${name}\n`;
  };
  let parts: string[] = [];
  const lines: string[] = [];
  for (const { name, milliseconds, isPart } of stages) {
    if (isPart) parts.push(row(milliseconds, `  ${name}`));
    else {
      lines.push(row(milliseconds, name), ...parts);
      parts = [];
    }
  }
  return [...lines, ...parts, row(totalMilliseconds, "all")].join("");
}

/** Bytes of every output section, then of every kept part of one, largest first. */
export function sizeReport(map: LinkMap): string {
  const totals = new Map<string, number>();
  for (const { section, sizeBytes } of map.sections) totals.set(section, (totals.get(section) ?? 0) + sizeBytes);
  const row = (sizeBytes: number, section: string, name: string): string =>
    `${String(sizeBytes).padStart(9)}  ${section.padEnd(10)}  ${name}\n`;
  const sections = [...totals].map(([section, sizeBytes]) => row(sizeBytes, section, "all"));
  const parts = [...map.sections].sort((a, b) => b.sizeBytes - a.sizeBytes);
  return [...sections, "\n", ...parts.map(({ sizeBytes, section, name }) => row(sizeBytes, section, name))].join("");
}

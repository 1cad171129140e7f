// Reports: what the compiler tells about its own work: time by stage, bytes by function.

import type { LinkMap } from "./link/linker.ts";

export interface Stage {
  readonly name: string;
  readonly milliseconds: number;
  /** It is part of the stage that comes after it in the list. */
  readonly isPart: boolean;
}

/** Lines of what was compiled: the program's own files, and those of the runtime, of which only what is used goes on. */
export interface LineCounts {
  readonly program: number;
  readonly runtime: number;
}

/** Lines that times are told for. */
const LINES_UNIT = 5000;

/**
 * What each stage took, parts indented below it; what no stage counts is the compiler's own start and the files it wrote. Then the sum of
 * all stages but TypeScript's, and what it would be for 5,000 lines like these.
 */
export function timeReport(stages: readonly Stage[], totalMilliseconds: number, lines: LineCounts): string {
  const row = (milliseconds: number, name: string): string => {
    const share = totalMilliseconds === 0 ? 0 : (milliseconds / totalMilliseconds) * 100;
    return `${milliseconds.toFixed(1).padStart(9)} ms ${share.toFixed(0).padStart(3)} %  ${name}\n`;
  };
  let parts: string[] = [];
  const rows: string[] = [];
  for (const { name, milliseconds, isPart } of stages) {
    if (isPart) parts.push(row(milliseconds, `  ${name}`));
    else {
      rows.push(row(milliseconds, name), ...parts);
      parts = [];
    }
  }
  const own = stages.filter(({ name, isPart }) => !isPart && !name.startsWith("TypeScript"));
  const ownMilliseconds = own.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const unit = (ownMilliseconds / Math.max(lines.program, 1)) * LINES_UNIT;
  return [
    ...rows,
    ...parts,
    row(totalMilliseconds, "all"),
    row(ownMilliseconds, `all but TypeScript: ${unit.toFixed(0)} ms for ${LINES_UNIT} lines of the program`),
    `          lines: ${lines.program} of the program, ${lines.runtime} of the runtime\n`,
  ].join("");
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

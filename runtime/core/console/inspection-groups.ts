// Inspection in columns: how the console shows arrays of more than six entries.

import { columnsOf } from "./inspection-text.ts";

/** Between two entries: a comma and a space. */
const SEPARATOR: number = 2;
/** A character is about so many times as high as wide; a square is aimed at. */
const CHARACTER_HEIGHT: number = 2.5;
const COLUMNS_MAX: number = 12;

/** The entries, or lines of several, in columns. A last entry that tells of more is no part of the columns. */
export function groupEntries(entries: string[], indentation: number, hasRest: boolean, isNumeric: boolean, lineLength: number): string[] {
  const count: number = hasRest ? entries.length - 1 : entries.length;
  const widths: number[] = [];
  let total: number = 0;
  let widest: number = 0;
  for (let i = 0; i < count; i++) {
    const width: number = columnsOf(entries[i]);
    widths.push(width);
    total += width + SEPARATOR;
    if (width > widest) widest = width;
  }
  const column: number = widest + SEPARATOR;
  // Three next to each other at least, and none as long as all others together.
  if (column * 3 + indentation >= lineLength || (total / column <= 5 && widest > 6)) return entries;
  const bias: number = Math.sqrt(column - total / entries.length);
  const biased: number = Math.max(column - 3 - bias, 1);
  const square: number = Math.round(Math.sqrt(CHARACTER_HEIGHT * biased * count) / biased);
  const fitting: number = Math.floor((lineLength - indentation) / column);
  const columns: number = Math.min(square, fitting, COLUMNS_MAX);
  if (columns <= 1) return entries;
  const lines: string[] = linesOf(entries, count, widths, columnWidths(widths, columns), isNumeric);
  if (hasRest) lines.push(entries[count]);
  return lines;
}

function columnWidths(widths: number[], columns: number): number[] {
  const result: number[] = [];
  for (let column = 0; column < columns; column++) {
    let widest: number = 0;
    for (let i = column; i < widths.length; i += columns) if (widths[i] > widest) widest = widths[i];
    result.push(widest + SEPARATOR);
  }
  return result;
}

/** Numbers are moved to the right end of their column, everything else begins at its left. */
function linesOf(entries: string[], count: number, widths: number[], columns: number[], isNumeric: boolean): string[] {
  const lines: string[] = [];
  for (let start = 0; start < count; start += columns.length) {
    const end: number = Math.min(start + columns.length, count);
    let line: string = "";
    for (let i = start; i < end; i++) {
      const isLast: boolean = i === end - 1;
      const text: string = isLast ? entries[i] : `${entries[i]}, `;
      const width: number = columns[i - start] + entries[i].length - widths[i] - (isLast ? SEPARATOR : 0);
      if (isNumeric) line += text.padStart(width);
      else line += isLast ? text : text.padEnd(width);
    }
    lines.push(line);
  }
  return lines;
}

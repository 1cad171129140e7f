// Console tables: rows of what a list or an object holds, under columns that are found while the rows are made.
// Invariants: (1) a cell that no row has set is empty
//             (2) values that are no objects are in a column of their own, the last, unless columns were chosen

import { inOrderOfKeys } from "../collections/key-order.ts";
import { columnsOf } from "./inspection-text.ts";

class TableRow {
  readonly label: string;
  readonly columns: string[] = [];
  readonly texts: string[] = [];
  value: string | undefined = undefined;

  constructor(label: string) {
    this.label = label;
  }

  textOf(column: string): string {
    const index: number = this.columns.indexOf(column);
    return index < 0 ? "" : this.texts[index];
  }
}

export class ConsoleTable {
  private readonly corner: string;
  private readonly columns: string[] = [];
  /** Those that the program asked for. */
  private readonly chosen: readonly string[] | undefined;
  private readonly rows: TableRow[] = [];
  private hasValues: boolean = false;

  constructor(corner: string, chosen: readonly string[] | undefined) {
    this.corner = corner;
    this.chosen = chosen;
  }

  begin(label: string): void {
    const { chosen } = this;
    if (chosen !== undefined && this.rows.length === 0) this.columns.push(...chosen);
    this.rows.push(new TableRow(label));
  }

  /** A row behind its number. */
  beginNext(): void {
    this.begin(`${this.rows.length}`);
  }

  cell(column: string, text: string): void {
    if (!this.columns.includes(column)) {
      if (this.chosen !== undefined) return;
      this.columns.push(column);
    }
    const row: TableRow = this.rows[this.rows.length - 1];
    row.columns.push(column);
    row.texts.push(text);
  }

  value(text: string): void {
    if (this.chosen !== undefined) return;
    this.rows[this.rows.length - 1].value = text;
    this.hasValues = true;
  }

  text(): string {
    const lists: string[][] = [[this.corner]];
    for (const row of this.rows) lists[0].push(row.label);
    for (const column of inOrderOfKeys(this.columns)) {
      const list: string[] = [column];
      for (const row of this.rows) list.push(row.textOf(column));
      lists.push(list);
    }
    if (this.hasValues) {
      const list: string[] = ["Values"];
      for (const row of this.rows) list.push(row.value ?? "");
      lists.push(list);
    }
    return drawn(lists);
  }
}

/** The lists side by side, each below its head. */
function drawn(lists: string[][]): string {
  const widths: number[] = [];
  for (const list of lists) {
    let width: number = 0;
    for (const text of list) width = Math.max(width, columnsOf(text));
    widths.push(width + 2);
  }
  const lines: string[] = [ruler(widths, "┌", "┬", "┐"), lineOf(lists, 0, widths), ruler(widths, "├", "┼", "┤")];
  for (let i = 1; i < lists[0].length; i++) lines.push(lineOf(lists, i, widths));
  lines.push(ruler(widths, "└", "┴", "┘"));
  return lines.join("\n");
}

function ruler(widths: number[], start: string, between: string, end: string): string {
  const pieces: string[] = [];
  for (const width of widths) pieces.push("─".repeat(width));
  return `${start}${pieces.join(between)}${end}`;
}

function lineOf(lists: string[][], index: number, widths: number[]): string {
  let line: string = "│";
  for (let i = 0; i < lists.length; i++) {
    const text: string = lists[i][index];
    line += ` ${text}${" ".repeat(widths[i] - columnsOf(text) - 1)}│`;
  }
  return line;
}

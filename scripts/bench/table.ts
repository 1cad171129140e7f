// Table: rows of measurements under a title, printed in columns: text to the left, numbers to the right.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function cellText(cell: string | number): string {
  return typeof cell === "string" ? cell : cell.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** The table with a blank line behind it. */
export function printTable(table: Table): string {
  const rows = [table.columns, ...table.rows].map((row) => row.map(cellText));
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const isNumber = table.columns.map((_, column) => table.rows.every((row) => typeof row[column] === "number"));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return `${table.title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

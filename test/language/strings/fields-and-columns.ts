// A table of text with columns as wide as their widest cell.

const rows = "name,age,city\nAnn,7,Oslo\nBartholomew,103,Rome\nC,,".split("\n").map((line) => line.split(","));
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(row.map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(" | ") + "|");
console.log(
  widths.join(),
  rows.length,
  rows.slice(1).reduce((sum, row) => sum + Number(row[1]), 0),
);

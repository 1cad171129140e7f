// Screen: what every kind of display can do: characters in cells, and a cursor.

export interface Screen {
  /** In character cells. */
  readonly columns: u32;
  readonly rows: u32;
  /** Shows a character code in a cell. Requires: the cell is on the screen. */
  drawCell(column: u32, row: u32, code: u32): void;
  /** Moves the lines up by one and clears the last. */
  scrollUp(): void;
  /** Shows or moves the cursor. Requires: the cell is on the screen. */
  placeCursor(column: u32, row: u32): void;
}

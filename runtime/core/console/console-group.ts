// Console groups: how far to the right the console's lines begin.

const STEP: string = "  ";

let margin: string = "";

/** The lines, as far to the right as the groups around them say. */
export function indented(text: string): string {
  return margin === "" ? text : margin + text.replaceAll("\n", `\n${margin}`);
}

export function beginGroup(): void {
  margin += STEP;
}

export function endGroup(): void {
  margin = margin.slice(STEP.length);
}

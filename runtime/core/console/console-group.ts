// Console groups: how far to the right the console's lines begin.

const STEP: number = 2;

let indentation: number = 0;

/** The lines, as far to the right as the groups around them say. */
export function indented(text: string): string {
  if (indentation === 0) return text;
  const margin: string = " ".repeat(indentation);
  return margin + text.replaceAll("\n", `\n${margin}`);
}

export function beginGroup(): void {
  indentation += STEP;
}

export function endGroup(): void {
  if (indentation > 0) indentation -= STEP;
}

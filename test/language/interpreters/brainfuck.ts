// A machine of eight instructions: brackets matched ahead, cells that wrap at a byte, loops in loops.

function matches(code: string): number[] {
  const jumps = new Array<number>(code.length).fill(0);
  const open: number[] = [];
  for (let at = 0; at < code.length; at++) {
    if (code[at] === "[") open.push(at);
    if (code[at] !== "]") continue;
    const from = open.pop();
    if (from === undefined) throw new SyntaxError(`] at ${at}`);
    jumps[at] = from;
    jumps[from] = at;
  }
  if (open.length > 0) throw new SyntaxError(`[ at ${open[0]}`);
  return jumps;
}

function run(code: string, input = ""): string {
  const jumps = matches(code);
  const cells = [0];
  let [place, read, output, steps] = [0, 0, "", 0];
  for (let at = 0; at < code.length && steps < 20000; at++, steps++) {
    switch (code[at]) {
      case ">":
        if (++place === cells.length) cells.push(0);
        break;
      case "<":
        place--;
        break;
      case "+":
        cells[place] = (cells[place] + 1) & 255;
        break;
      case "-":
        cells[place] = (cells[place] - 1) & 255;
        break;
      case ".":
        output += String.fromCharCode(cells[place]);
        break;
      case ",":
        cells[place] = read < input.length ? input.charCodeAt(read++) & 255 : 0;
        break;
      case "[":
        if (cells[place] === 0) at = jumps[at];
        break;
      case "]":
        if (cells[place] !== 0) at = jumps[at];
        break;
    }
  }
  return output;
}

console.log(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."));
console.log(run(",[.,]", "echo"), run(">,[>,]<[.<]", "drawer"), run("-.").charCodeAt(0), run("+[]") === "");
for (const code of ["[[]", "]", "[]]["]) {
  try {
    console.log(run(code));
  } catch (error) {
    console.log(error instanceof SyntaxError ? error.message : "?");
  }
}

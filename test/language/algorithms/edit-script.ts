// Edit script: not only the distance of two texts, but the steps, taken back from a table.

type Step = { kind: "keep" | "drop" | "add"; letter: string } | { kind: "change"; letter: string; to: string };

function script(from: string, to: string): Step[] {
  const costs: number[][] = [];
  for (let i = 0; i <= from.length; i++) {
    costs.push([i]);
    for (let j = 1; j <= to.length; j++)
      costs[i].push(
        i === 0 ? j : Math.min(costs[i - 1][j] + 1, costs[i][j - 1] + 1, costs[i - 1][j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1)),
      );
  }
  const steps: Step[] = [];
  let [i, j] = [from.length, to.length];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && from[i - 1] === to[j - 1] && costs[i][j] === costs[i - 1][j - 1])
      steps.push({ kind: "keep", letter: from[--i] }), j--;
    else if (i > 0 && j > 0 && costs[i][j] === costs[i - 1][j - 1] + 1) steps.push({ kind: "change", letter: from[--i], to: to[--j] });
    else if (i > 0 && costs[i][j] === costs[i - 1][j] + 1) steps.push({ kind: "drop", letter: from[--i] });
    else steps.push({ kind: "add", letter: to[--j] });
  }
  return steps.reverse();
}

const shown = (step: Step): string => {
  switch (step.kind) {
    case "keep":
      return step.letter;
    case "drop":
      return `-${step.letter}`;
    case "add":
      return `+${step.letter}`;
    case "change":
      return `${step.letter}/${step.to}`;
  }
};

for (const [from, to] of [
  ["kitten", "sitting"],
  ["", "abc"],
  ["flaw", "lawn"],
  ["same", "same"],
  ["saturday", "sunday"],
]) {
  const steps = script(from, to);
  console.log(steps.map(shown).join(" "), steps.filter(({ kind }) => kind !== "keep").length);
}

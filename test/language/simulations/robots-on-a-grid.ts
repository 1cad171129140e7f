// Robots on a grid: commands as functions in a table, directions as an enum, traps that remember who fell.

enum Direction {
  North,
  East,
  South,
  West,
}

interface Robot {
  x: number;
  y: number;
  facing: Direction;
  isLost: boolean;
}

const steps: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];

const scents = new Set<string>();

function forward(robot: Robot): void {
  const [dx, dy] = steps[robot.facing];
  const [x, y] = [robot.x + dx, robot.y + dy];
  if (x >= 0 && y >= 0 && x <= 5 && y <= 3) [robot.x, robot.y] = [x, y];
  else if (!scents.has(`${robot.x},${robot.y}`)) {
    scents.add(`${robot.x},${robot.y}`);
    robot.isLost = true;
  }
}

const commands = new Map<string, (robot: Robot) => void>([
  ["L", (robot) => (robot.facing = (robot.facing + 3) % 4)],
  ["R", (robot) => (robot.facing = (robot.facing + 1) % 4)],
  ["F", forward],
]);

function run(x: number, y: number, facing: Direction, program: string): string {
  const robot: Robot = { x, y, facing, isLost: false };
  for (const letter of program) {
    const command = commands.get(letter);
    if (command === undefined) return `no command ${letter}`;
    command(robot);
    if (robot.isLost) break;
  }
  return `${robot.x} ${robot.y} ${Direction[robot.facing]}${robot.isLost ? " lost" : ""}`;
}

console.log(run(1, 1, Direction.East, "RFRFRFRF"));
console.log(run(3, 2, Direction.North, "FRRFLLFFRRFLL"));
console.log(run(0, 3, Direction.West, "LLFFFLFLFL"));
console.log(run(0, 0, Direction.West, "FX"), "|", run(0, 0, Direction.South, ""), "|", run(0, 1, Direction.South, "FXF"));
console.log([...scents].join(" "));

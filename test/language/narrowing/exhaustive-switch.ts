// A switch over a discriminant that leaves `never` for the default.

type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number } | { kind: "line"; from: number; to: number };

function unreachable(value: never): never {
  throw new Error(`unexpected ${String(value)}`);
}

function size(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return shape.radius * 2;
    case "square":
      return shape.side;
    case "line": {
      const { from, to } = shape;
      return Math.abs(to - from);
    }
    default:
      return unreachable(shape);
  }
}

enum Level {
  Low,
  Middle,
  High,
}
function word(level: Level): string {
  switch (level) {
    case Level.Low:
      return "low";
    case Level.Middle:
      return "middle";
    case Level.High:
      return "high";
    default: {
      const impossible: never = level;
      return impossible;
    }
  }
}

const shapes: Shape[] = [
  { kind: "line", from: 5, to: -2 },
  { kind: "circle", radius: 1.5 },
  { kind: "square", side: 4 },
];
for (const shape of shapes) console.log(shape.kind, size(shape));
console.log(word(Level.High), word(Level.Low), word(Level.Middle));

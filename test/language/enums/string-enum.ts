// Enums of strings: as values, in switches, as keys of maps, with constant expressions.

enum Direction {
  North = "N",
  South = "S",
  East = "E",
  West = `W`,
}
const prefix = "log";
enum Channel {
  Debug = "debug",
  Error = Channel.Debug + ":error",
  Plain = `${prefix}.plain`,
}

function opposite(direction: Direction): Direction {
  switch (direction) {
    case Direction.North:
      return Direction.South;
    case Direction.South:
      return Direction.North;
    case Direction.East:
      return Direction.West;
    case Direction.West:
      return Direction.East;
  }
}

console.log(Direction.North, opposite(Direction.North), opposite(Direction.West));
console.log(Direction.East === ("E" as Direction), Direction.East.length, `${Direction.South}!`);
const seen = new Map<Direction, number>();
for (const step of [Direction.North, Direction.East, Direction.North]) seen.set(step, (seen.get(step) ?? 0) + 1);
console.log(seen.get(Direction.North), seen.get(Direction.East), seen.get(Direction.West));
const order: Direction[] = [Direction.West, Direction.East, Direction.North];
console.log(order.sort().join());
console.log(Channel.Debug, Channel.Error, Channel.Plain);
let current: Direction = Direction.North;
current = opposite(current);
console.log(current === Direction.South, typeof current, Direction["East"]);

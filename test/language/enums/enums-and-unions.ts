// Enums and unions: numeric and string enums, literal unions, narrowing by a tag.

enum Direction {
  North,
  East = 5,
  South,
}
const enum Level {
  Low = 1 << 2,
  High = Low | 1,
}
enum Color {
  Red = "red",
  Green = "green",
}
console.log(Direction.North, Direction.East, Direction.South, Level.Low, Level.High, Color.Red, Color.Green);

type Size = "small" | "large";
function price(size: Size): number {
  return size === "small" ? 3 : 5;
}
console.log(price("small") + price("large"));

interface Circle {
  kind: "circle";
  radius: number;
}
interface Box {
  kind: "box";
  width: number;
  height: number;
}
function area(shape: Circle | Box): number {
  switch (shape.kind) {
    case "circle":
      return shape.radius * shape.radius * 3;
    case "box":
      return shape.width * shape.height;
  }
}
console.log(area({ kind: "circle", radius: 2 }), area({ kind: "box", width: 3, height: 4 }));

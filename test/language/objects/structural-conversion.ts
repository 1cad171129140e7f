// Objects where another object type is wanted: fewer members, classes as interfaces, functions with fewer parameters.

interface HasName {
  name: string;
}
interface HasArea {
  area(): number;
}
class Room {
  name = "room";
  readonly width = 3;
  area(): number {
    return this.width * 2;
  }
}
function nameOf(thing: HasName): string {
  return thing.name;
}
function areaOf(thing: HasArea & HasName): string {
  return `${thing.name}:${thing.area()}`;
}
const literal = { name: "literal", extra: 1, area: () => 9 };
console.log(nameOf(new Room()), nameOf(literal), areaOf(literal), areaOf(new Room()));
const things: HasName[] = [new Room(), literal, { name: "third" }];
things[0].name = "renamed";
console.log(things.map(nameOf).join());

type Handler = (event: string, count: number) => void;
const log: string[] = [];
const handlers: Handler[] = [(event) => log.push(event), () => log.push("none"), (event, count) => log.push(event + count)];
for (const handler of handlers) handler("e", 2);
console.log(log.join());
const animal: { speak(): string } = {
  speak() {
    return "hm";
  },
};
const asField: { speak: () => string } = animal;
console.log(asField.speak());

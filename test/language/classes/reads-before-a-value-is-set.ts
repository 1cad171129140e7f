class Room {
  name = "r";
}
class Game {
  #room!: Room;
  title!: string;
  tags!: string[];
  made = 0;
  get room(): Room {
    return (this.#room ??= this.make());
  }
  make(): Room {
    this.made++;
    return new Room();
  }
  size(): number {
    return this.tags?.length ?? -1;
  }
}
const game = new Game();
console.log(game.title === undefined, typeof game.title, game.title ?? "none", `${game.title}`, game.title);
console.log(game.size(), game.room.name, game.room === game.room, game.made);
game.tags = ["a"];
game.title = "";
console.log(game.size(), game.title ?? "none", game.title || "empty", game);
let cache: Map<string, number>;
function counted(key: string): number {
  cache ??= new Map();
  const next = (cache.get(key) ?? 0) + 1;
  cache.set(key, next);
  return next;
}
console.log(counted("a"), counted("a"), counted("b"));
let handler: () => void;
const ask = (): string => (handler !== undefined ? "set" : "not set");
console.log(ask());
handler = () => console.log("called");
console.log(ask());
handler?.();
let either: string | number;
const kind = (): string => (either === undefined ? "none" : typeof either === "string" ? either.toUpperCase() : either.toFixed(1));
console.log(kind());
either = "x";
console.log(kind());
either = 2;
console.log(kind());
let resolve!: (value: number) => void;
const later = new Promise<number>((done) => {
  resolve = done;
});
if (resolve) resolve(7);
console.log(await later);

// A namespace of the name of a function, a class or an enum adds to what is there.
function label(text: string): string {
  return `${label.prefix}${text}${label.suffix()}`;
}
namespace label {
  export let prefix = "<";
  export function suffix(): string {
    return prefix === "<" ? ">" : "]";
  }
}
console.log(label("a"));
label.prefix = "[";
console.log(label("b"), label.suffix());

class Album {
  static count = 0;
  constructor(readonly label: Album.Label) {
    Album.count++;
  }
  static of(name: string): Album {
    return new Album(new Album.Label(name));
  }
  show(): string {
    return `${this.label.name}${Album.MARK}`;
  }
}
namespace Album {
  export const MARK = "!";
  export class Label {
    constructor(readonly name: string) {}
  }
  export interface Options {
    readonly loud: boolean;
  }
  export function loud(options: Options): string {
    return options.loud ? MARK.repeat(3) : "";
  }
}
console.log(Album.of("x").show(), Album.count, Album.loud({ loud: true }), new Album.Label("y").name);

enum Colour {
  Red = 1,
  Green,
}
namespace Colour {
  export function parse(text: string): Colour | undefined {
    return text === "red" ? Colour.Red : text === "green" ? Colour.Green : undefined;
  }
  export const all = [Colour.Red, Colour.Green];
}
console.log(Colour.parse("green"), Colour.parse("blue"), Colour[Colour.all[0]], Colour.all.length, Colour.Green);

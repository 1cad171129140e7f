// Types of the standard library: of constructors' parameters, of texts in other cases, of keys; template literal types made with them.

class Point {
  constructor(
    readonly x: number,
    readonly name: string,
  ) {}
}
function make(...given: ConstructorParameters<typeof Point>): Point {
  return new Point(...given);
}
console.log(make(1, "p"), make(2, "q").name);

type Level = "low" | "high";
type Shout = Uppercase<Level>;
type Title = Capitalize<Level>;
type Event = `on${Title}`;
const shout: Shout = "HIGH";
const event: Event = "onLow";
const back: Uncapitalize<Title> = "low";
const quiet: Lowercase<Shout> = "high";
console.log(shout, event, back, quiet);

function pick<T extends string>(choices: readonly T[], fallback: NoInfer<T>): T {
  return choices[0] ?? fallback;
}
console.log(pick(["a", "b"], "b"), pick<Level>([], "low"));

type Handlers = { readonly [K in Level as `on${Capitalize<K>}`]: (text: string) => string };
const handlers: Handlers = { onLow: (text) => text.toLowerCase(), onHigh: (text) => text.toUpperCase() };
console.log(handlers.onLow("Text"), handlers.onHigh("Text"));

type Url = `/${string}`;
const url: Url = `/${shout}`;
console.log(url.length, url);

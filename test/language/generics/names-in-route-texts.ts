// Names taken out of a text by template literal types: the parameters of a path.
type ParamNames<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? N | ParamNames<R>
  : P extends `${string}:${infer N}`
    ? N
    : never;
type Params<P extends string> = { [N in ParamNames<P>]: string };
function fill<P extends string>(pattern: P, params: Params<P>): string {
  let path: string = pattern;
  for (const [name, value] of Object.entries(params)) path = path.replace(`:${name}`, value as string);
  return path;
}
class Route<P extends string> {
  constructor(
    readonly pattern: P,
    private readonly show: (params: Params<P>) => string,
  ) {}
  run(params: Params<P>): string {
    return `${fill(this.pattern, params)} -> ${this.show(params)}`;
  }
}
console.log(fill("/users/:id/posts/:post", { id: "7", post: "42" }));
const route = new Route("/a/:x", ({ x }) => `x is ${x}`);
console.log(route.run({ x: "1" }));
console.log(new Route("/b/:y/:z", (p) => p.y + p.z).run({ y: "p", z: "q" }));

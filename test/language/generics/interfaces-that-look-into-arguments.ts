// Interfaces with members whose types are computed from a literal type argument: each text makes another one, also where it has no names.

type Names<P extends string> = P extends `${string}:${infer N}/${infer R}` ? N | Names<R> : P extends `${string}:${infer N}` ? N : never;
type Values<P extends string> = { [K in Names<P>]: string };
interface Request<P extends string> {
  readonly path: string;
  readonly values: Values<P>;
}
type Handler<P extends string> = (request: Request<P>) => string;
interface Route {
  readonly pattern: string;
  run(path: string): string | undefined;
}

function match<const P extends string>(pattern: P, path: string): Values<P> | undefined {
  const given = path.split("/");
  const wanted = pattern.split("/");
  if (wanted.length !== given.length) return undefined;
  const entries: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(":")) entries.push([part.slice(1), given[index]]);
    else if (part !== given[index]) return undefined;
  }
  return Object.fromEntries(entries) as Values<P>;
}

class Router {
  private readonly routes: Route[] = [];
  get<const P extends string>(pattern: P, handler: Handler<P>): this {
    const run = (path: string): string | undefined => {
      const values = match(pattern, path);
      return values && handler({ path, values });
    };
    this.routes.push({ pattern, run });
    return this;
  }
  handle(path: string): string {
    for (const route of this.routes) {
      const result = route.run(path);
      if (result !== undefined) return result;
    }
    return "none";
  }
}

const router = new Router()
  .get("/users/:id", ({ values }) => `user ${values.id}`)
  .get("/users/:id/posts/:post", ({ values: { id, post } }) => `post ${post} of ${id}`)
  .get("/health", ({ path, values }) => `${path} ${Object.keys(values).length}`);
console.log(router.handle("/users/7"), router.handle("/users/7/posts/9"), router.handle("/health"), router.handle("/other"));
console.log(match("/health", "/health"), match("/a/:b", "/a/c"), match("/a/:b", "/a"));

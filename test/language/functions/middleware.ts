// Middleware: functions that call the next one, among them a field of an object.
interface Context {
  readonly path: string;
  readonly steps: string[];
}
type Next = () => Promise<void>;
type Middleware = (context: Context, next: Next) => Promise<void>;
function compose(list: readonly Middleware[]): (context: Context) => Promise<void> {
  return (context) => {
    const dispatch = (index: number): Promise<void> =>
      index < list.length ? list[index](context, () => dispatch(index + 1)) : Promise.resolve();
    return dispatch(0);
  };
}
const log: Middleware = async (context, next) => {
  context.steps.push("in");
  await next();
  context.steps.push("out");
};
class Router {
  private readonly routes: [string, Middleware][] = [];
  get = (path: string, handler: Middleware): this => {
    this.routes.push([path, handler]);
    return this;
  };
  handle: Middleware = async (context, next) => {
    const route = this.routes.find(([path]) => path === context.path);
    if (route) await route[1](context, next);
    else await next();
  };
}
const { handle } = new Router()
  .get("/a", async ({ steps }) => {
    steps.push("a");
  })
  .get("/b", async ({ steps }, next) => {
    steps.push("b");
    await next();
  });
const last: Middleware = async ({ steps }) => {
  steps.push("last");
};
const run = compose([log, handle, last]);
for (const path of ["/a", "/b", "/c"]) {
  const context: Context = { path, steps: [] };
  await run(context);
  console.log(path, context.steps.join());
}

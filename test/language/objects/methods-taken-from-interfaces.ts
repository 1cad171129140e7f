interface Api {
  getState(): number;
  dispatch(n: number): void;
  readonly name: string;
}
function make(): Api {
  let state = 0;
  return {
    getState: () => state,
    dispatch(n) {
      state += n;
    },
    name: "api",
  };
}
const { getState, dispatch } = make();
dispatch(4);
console.log(getState());
const api = make();
const copy = { ...api, extra: () => api.getState() * 2 };
copy.dispatch(3);
console.log(copy.getState(), api.getState(), copy.extra(), copy.name);
const use = ({ getState, name }: Api): string => `${name} ${getState()}`;
console.log(use(api));
class Fixed implements Api {
  name = "fixed";
  getState(): number {
    return 42;
  }
  dispatch(): void {}
}
console.log(use(new Fixed()));
const take = (source: Api) => source.getState;
console.log(
  take(new Fixed())(),
  [new Fixed(), api].map((a) => a.getState).map((f) => f()),
);
interface Logger {
  log(text: string): void;
  error?(text: string): void;
}
const logger: Logger = { log: (text) => console.log("log", text) };
["a", "b"].forEach(logger.log);
const { error = logger.log } = logger;
error("e");
class Counting implements Api {
  name = "counting";
  n = 1;
  getState(): number {
    return this.n;
  }
  dispatch(by: number): void {
    this.n += by;
  }
}
const counting: Api = new Counting();
console.log(counting.getState());

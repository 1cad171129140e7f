// Properties, elements and shared variables that change between tests: each test sees what is there then, by every kind of discriminant.

type ByNumber = { t: 1; side: number } | { t: 2; name: string; extra: number };
type ByTruth = { ok: true; value: number } | { ok: false; error: string };
type ByNull = { failure: null; result: number[] } | { failure: string };
type ByMember = { width: number } | { label: string };

const state: { n: ByNumber; b: ByTruth; z: ByNull; m: ByMember; list: (Date | string)[] } = {
  n: { t: 1, side: 3 },
  b: { ok: true, value: 7 },
  z: { failure: null, result: [1, 2] },
  m: { width: 4 },
  list: [new Date(0), "later"],
};

function change(isFirst: boolean): void {
  state.n = isFirst ? { t: 1, side: 4 } : { t: 2, name: "two", extra: 1 };
  state.b = isFirst ? { ok: true, value: 8 } : { ok: false, error: "broken" };
  state.z = isFirst ? { failure: null, result: [] } : { failure: "failed" };
  state.m = isFirst ? { width: 5 } : { label: "l" };
  state.list[0] = isFirst ? new Date(86_400_000) : "replaced";
}

function show(): string {
  const n = state.n.t === 1 ? state.n.side : state.n.name;
  const b = state.b.ok ? state.b.value : state.b.error;
  const z = state.z.failure === null ? state.z.result.length : state.z.failure;
  const m = "width" in state.m ? state.m.width : state.m.label;
  const first = state.list[0] instanceof Date ? state.list[0].getTime() : state.list[0].length;
  return [n, b, z, m, first].join(" ");
}

console.log(show());
for (const isFirst of [false, true, false]) {
  if (state.n.t === 1) {
    change(isFirst);
    console.log("from one", state.n.t, show());
  } else {
    change(isFirst);
    console.log("from two", state.n.t, show());
  }
}

class Tokens {
  #left = 3;
  token: string | null = "first";
  last: string | number = "none";

  advance(): void {
    this.#left--;
    this.token = this.#left > 0 ? `token ${this.#left}` : null;
    this.last = this.#left;
  }

  read(): void {
    while (this.token !== null) {
      this.last = "none";
      this.advance();
      console.log(typeof this.last, this.last === "none", `${this.last}`);
      if (this.token === null) break;
      if (!this.token) console.log("empty");
      console.log(this.token ?? "nothing");
    }
    console.log("end");
  }
}
new Tokens().read();

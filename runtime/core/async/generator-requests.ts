// Generator requests: what a generator's body is to do where it goes on. Compiled code knows them by number
// (compiler/frontend/coroutines/lower-generators.ts).

export const enum Request {
  /** Go on; no value was sent. */
  Plain = 0,
  Next = 1,
  Throw = 2,
  Return = 3,
}

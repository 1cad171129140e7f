// Library declarations of what server JavaScript has: each name is that of something in runtime/node. A part of lib.d.ts.

declare const process: typeof import("./node/process.ts").process;
declare const setImmediate: typeof import("./node/immediates.ts").setImmediate;
declare const clearImmediate: typeof import("./node/immediates.ts").clearImmediate;
declare const AbortController: typeof import("./node/abort.ts").AbortController;
declare const AbortSignal: typeof import("./node/abort.ts").AbortSignal;
declare const DOMException: typeof import("./node/abort.ts").DOMException;

type AbortController = import("./node/abort.ts").AbortController;
type AbortSignal = import("./node/abort.ts").AbortSignal;
type DOMException = import("./node/abort.ts").DOMException;

declare namespace NodeJS {
  type ErrnoException = import("./node/system-error.ts").SystemError;
  type Process = import("./node/process.ts").Process;
  type Immediate = import("./node/ticks.ts").Immediate;
  /** Settings of the environment, by any name. */
  interface ProcessEnv {
    [name: string]: string | undefined;
  }
}

// Child process: Node's module `child_process`.
// Manual:     Node "Child process".

export {
  ChildProcess,
  type ChildProcessWithoutNullStreams,
  type ExecCallback,
  type ExecOptions,
  exec,
  execFile,
  spawn,
} from "./child-async.ts";
export type { StdioOption } from "./child-start.ts";
export { ChildError } from "./child-start.ts";
export { execFileSync, execSync, type SpawnSyncOptions, type SpawnSyncReturns, spawnSync } from "./child-sync.ts";

// The module `process` of Node, as programs import it.

import { process } from "../process.ts";

export const { argv, argv0, env, execArgv, execPath, platform, arch, stdout, stderr } = process;
export const pid = process.pid;

export function cwd(): string {
  return process.cwd();
}

export function chdir(directory: string): void {
  process.chdir(directory);
}

export function exit(code?: number): never {
  process.exit(code);
}

export function uptime(): number {
  return process.uptime();
}

export function hrtime(since?: [number, number]): [number, number] {
  return process.hrtime(since);
}

export function nextTick<A extends unknown[]>(callback: (...args: A) => void, ...args: A): void {
  process.nextTick(callback, ...args);
}

export default process;

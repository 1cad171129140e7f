// Child start: what it takes to start another program: its path, its environment, its streams.
// Manual:     Node "Child process", options.stdio; POSIX "Shell & Utilities", search of PATH.

import { connectedPair, startChild } from "tsmetal/children";
import { closeFile, fileStatus, isAccessible, openFile } from "tsmetal/files";
import { FileStatus, KIND_FILE, KIND_MASK } from "../core/system/file-status.ts";
import { ProcessEnv } from "./environment.ts";
import { process } from "./process.ts";
import { SystemError, systemError } from "./system-error.ts";

export type StdioOption = "pipe" | "inherit" | "ignore";

export interface CommonOptions {
  cwd?: string;
  env?: object;
  shell?: boolean | string;
  stdio?: StdioOption | readonly StdioOption[];
  timeout?: number;
  maxBuffer?: number;
  killSignal?: string;
  windowsHide?: boolean;
}

const ENOENT = -2;
const READ_WRITE = 0x8_0002;
const MAY_EXECUTE = 1;
const STREAMS = 3;
const DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";
const SIGNALS = `
1 SIGHUP
2 SIGINT
3 SIGQUIT
4 SIGILL
5 SIGTRAP
6 SIGABRT
8 SIGFPE
9 SIGKILL
10 SIGUSR1
11 SIGSEGV
12 SIGUSR2
13 SIGPIPE
14 SIGALRM
15 SIGTERM
17 SIGCHLD
18 SIGCONT
19 SIGSTOP
24 SIGXCPU
`;

/** A program that was started, and our ends of its streams; below zero those that there are none of. */
export class Started {
  process = 0;
  readonly streams: number[] = [-1, -1, -1];
}

/** The words of the command line that run a command, in a shell if that is asked for. */
export function wordsOf(command: string, args: readonly string[], shell: boolean | string): string[] {
  if (shell === false || shell === "") return [command, ...args];
  return [typeof shell === "string" ? shell : "/bin/sh", "-c", [command, ...args].join(" ")];
}

/** Throws what keeps the program from being started. */
export function start(words: readonly string[], options: CommonOptions): Started {
  const { stdio = "pipe", cwd = "", env } = options;
  const kinds: readonly StdioOption[] = typeof stdio === "string" ? [stdio, stdio, stdio] : stdio;
  const started = new Started();
  const theirs: number[] = [];
  const opened: number[] = [];
  for (let i = 0; i < STREAMS; i++) {
    const descriptor = streamFor(kinds[i] ?? "pipe", i, started);
    theirs.push(descriptor);
    if (descriptor !== i) opened.push(descriptor);
  }
  const settings = settingsOf(env);
  const path = programPath(words[0], settings, cwd);
  const answer = path === "" ? ENOENT : startChild(path, words, settings, cwd, theirs);
  for (const descriptor of opened) closeFile(descriptor);
  if (answer >= 0) {
    started.process = answer;
    return started;
  }
  for (const descriptor of started.streams) if (descriptor >= 0) closeFile(descriptor);
  throw systemError(answer, `spawn ${words[0]}`, undefined);
}

/** The name of a signal. */
export function signalName(signal: number): string {
  const line = `\n${signal} `;
  const place = SIGNALS.indexOf(line);
  if (place < 0) return "SIGUNKNOWN";
  const begin = place + line.length;
  return SIGNALS.slice(begin, SIGNALS.indexOf("\n", begin));
}

/** Below zero where there is no such signal. */
export function signalNumber(name: string): number {
  const place = SIGNALS.indexOf(` ${name}\n`);
  return place < 0 ? -1 : Number(SIGNALS.slice(SIGNALS.lastIndexOf("\n", place) + 1, place));
}

function streamFor(kind: StdioOption, stream: number, started: Started): number {
  if (kind === "inherit") return stream;
  if (kind === "ignore") return checked(openFile("/dev/null", READ_WRITE, 0));
  const pair: number[] = [];
  checked(connectedPair(pair));
  started.streams[stream] = pair[0];
  return pair[1];
}

function checked(answer: number): number {
  if (answer < 0) throw systemError(answer, "spawn");
  return answer;
}

function settingsOf(env: object | undefined): string[] {
  if (env === undefined) return settingsOf(process.env);
  const settings: string[] = [];
  if (env instanceof ProcessEnv) for (const [name, value] of env.entries()) settings.push(`${name}=${value}`);
  else for (const [name, value] of Object.entries(env)) if (value !== undefined) settings.push(`${name}=${String(value)}`);
  return settings;
}

/** Where the program is; empty if nowhere. */
function programPath(name: string, settings: readonly string[], folder: string): string {
  if (name.includes("/")) return name.startsWith("/") || folder === "" || isProgram(name) ? name : `${folder}/${name}`;
  const setting = settings.find((one) => one.startsWith("PATH="));
  const folders = setting === undefined ? DEFAULT_PATH : setting.slice("PATH=".length);
  for (const one of folders.split(":")) {
    const path = `${one === "" ? "." : one}/${name}`;
    if (isProgram(path)) return path;
  }
  return "";
}

function isProgram(path: string): boolean {
  const status = new FileStatus();
  return isAccessible(path, MAY_EXECUTE) === 0 && fileStatus(path, true, status) === 0 && (status.mode & KIND_MASK) === KIND_FILE;
}

/** What went wrong with a child. */
export class ChildError extends SystemError {
  spawnargs?: string[];
  cmd?: string;
  killed?: boolean;
  status?: number | null;
  signal?: string | null;
  stdout?: string | Buffer;
  stderr?: string | Buffer;
}

/** As Node words it: without the text of the system. */
export function startError(error: SystemError, command: string, args: readonly string[], call = "spawn"): ChildError {
  const made = new ChildError(`${call} ${command} ${error.code ?? ""}`);
  made.errno = error.errno;
  made.code = error.code;
  made.syscall = `${call} ${command}`;
  made.path = command;
  made.spawnargs = [...args];
  return made;
}

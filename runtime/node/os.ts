// The system a program runs on: Node's module `os`.
// Manual:     Node "OS".

import { systemNames, userId } from "tsmetal/processes";
import { readFileSync } from "./fs.ts";
import { process } from "./process.ts";

export const EOL = "\n";
export const devNull = "/dev/null";

export function platform(): "linux" {
  return "linux";
}

export function type(): string {
  return systemNames()[0];
}

export function hostname(): string {
  return systemNames()[1];
}

export function release(): string {
  return systemNames()[2];
}

export function arch(): "x64" {
  return "x64";
}

export function machine(): string {
  return systemNames()[4];
}

export function endianness(): "LE" {
  return "LE";
}

export function tmpdir(): string {
  const { TMPDIR, TMP, TEMP } = process.env;
  const path = TMPDIR || TMP || TEMP || "/tmp";
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

export function homedir(): string {
  const { HOME } = process.env;
  if (HOME !== undefined) return HOME;
  const user = String(userId());
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find((fields) => fields[2] === user);
  return entry?.[5] ?? "/";
}

export function availableParallelism(): number {
  const lines = readFileSync("/proc/cpuinfo", "utf8").split("\n");
  return Math.max(1, lines.filter((line) => line.startsWith("processor")).length);
}

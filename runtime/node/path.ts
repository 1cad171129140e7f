// Paths: Node's module `path`, for systems whose paths have slashes.
// Manual:     Node "Path".

import { workingDirectory } from "tsmetal/processes";

export const sep = "/";
export const delimiter = ":";

export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

/** What `format` takes: any part may be missing. */
export interface FormatInputPathObject {
  root?: string;
  dir?: string;
  base?: string;
  ext?: string;
  name?: string;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith(sep);
}

export function normalize(path: string): string {
  if (path.length === 0) return ".";
  const isRooted = isAbsolute(path);
  let result = withoutDots(path, isRooted);
  if (result.length === 0 && !isRooted) result = ".";
  if (result.length > 0 && path.endsWith(sep)) result += sep;
  return isRooted ? sep + result : result;
}

export function join(...parts: string[]): string {
  const joined = parts.filter((part) => part.length > 0).join(sep);
  return joined.length === 0 ? "." : normalize(joined);
}

export function resolve(...parts: string[]): string {
  let path = "";
  for (let i = parts.length - 1; i >= 0 && !isAbsolute(path); i--) {
    if (parts[i].length > 0) path = path.length === 0 ? parts[i] : `${parts[i]}/${path}`;
  }
  if (!isAbsolute(path)) path = path.length === 0 ? workingDirectory() : `${workingDirectory()}/${path}`;
  return sep + withoutDots(path, true);
}

export function relative(from: string, to: string): string {
  if (from === to) return "";
  const source = segmentsOf(resolve(from));
  const target = segmentsOf(resolve(to));
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  const up = source.slice(shared).map(() => "..");
  return [...up, ...target.slice(shared)].join(sep);
}

export function dirname(path: string): string {
  const end = endOfName(path);
  const slash = path.lastIndexOf(sep, end - 1);
  if (end === 0) return isAbsolute(path) ? sep : ".";
  if (slash < 0) return ".";
  if (slash === 0) return sep;
  return slash === 1 && isAbsolute(path) ? "//" : path.slice(0, slash);
}

export function basename(path: string, suffix: string = ""): string {
  const end = endOfName(path);
  if (end === 0 || (path.length > 0 && path === suffix)) return "";
  const name = path.slice(path.lastIndexOf(sep, end - 1) + 1, end);
  return name.length > suffix.length && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

export function extname(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

export function parse(path: string): ParsedPath {
  const root = isAbsolute(path) ? sep : "";
  const base = basename(path);
  const ext = extname(path);
  const dir = base.length === 0 ? root : path.slice(0, Math.max(path.lastIndexOf(sep, endOfName(path) - 1), root.length));
  return { root, dir, base, ext, name: base.slice(0, base.length - ext.length) };
}

export function format(parts: FormatInputPathObject): string {
  const root = parts.root ?? "";
  const dir = parts.dir || root;
  const ext = parts.ext ?? "";
  const base = parts.base || `${parts.name ?? ""}${ext === "" || ext.startsWith(".") ? "" : "."}${ext}`;
  if (dir === "") return base;
  return dir === root ? dir + base : `${dir}/${base}`;
}

/** Where the last name of the path ends: before the slashes behind it. */
function endOfName(path: string): number {
  let end = path.length;
  while (end > 0 && path[end - 1] === sep) end--;
  return end;
}

function segmentsOf(path: string): string[] {
  return path.split(sep).filter((segment) => segment.length > 0);
}

/** The names between slashes, without `.` and, as far as there is something to leave, without `..`. */
function withoutDots(path: string, isRooted: boolean): string {
  const kept: string[] = [];
  for (const segment of segmentsOf(path)) {
    if (segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== "..") kept.pop();
    else if (!isRooted) kept.push("..");
  }
  return kept.join(sep);
}

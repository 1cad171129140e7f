// URL parser: the parts of an address out of a text, alone or as seen from another address.
// Invariants: (1) the first `#` of a text begins its fragment, the first `?` before that its query: neither is looked for again
//             (2) each function takes what is left of the text when the state of its name is entered
// Manual:     WHATWG "URL", URL parsing.

import { CONTROL_SET, FRAGMENT_SET, PATH_SET, percentEncode, QUERY_SET, SPECIAL_QUERY_SET, USER_SET } from "./percent-encoding.ts";
import { parseHost } from "./url-host.ts";
import { defaultPort, isSpecialScheme, UrlRecord } from "./url-record.ts";

const PORT_MAX = 65535;
const TAB_AND_LINE_ENDS = ["\t", "\n", "\r"];

/** Null where the text is no address. */
export function parseUrl(given: string, base: UrlRecord | null): UrlRecord | null {
  const text = withoutLineEnds(trimControls(given.toWellFormed()));
  const url = new UrlRecord();
  const fragmentAt = text.indexOf("#");
  const beforeFragment = fragmentAt < 0 ? text : text.slice(0, fragmentAt);
  const queryAt = beforeFragment.indexOf("?");
  const main = queryAt < 0 ? beforeFragment : beforeFragment.slice(0, queryAt);
  if (!parseMain(url, main, base, queryAt >= 0, fragmentAt >= 0)) return null;
  if (queryAt >= 0) url.query = encodeQuery(url, beforeFragment.slice(queryAt + 1));
  if (fragmentAt >= 0) url.fragment = percentEncode(text.slice(fragmentAt + 1), FRAGMENT_SET);
  return url;
}

export function encodeQuery(url: UrlRecord, text: string): string {
  return percentEncode(text, url.isSpecial() ? SPECIAL_QUERY_SET : QUERY_SET);
}

function trimControls(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(start, end);
}

export function withoutLineEnds(text: string): string {
  let result = text;
  for (const unit of TAB_AND_LINE_ENDS) result = result.replaceAll(unit, "");
  return result;
}

/** The length of a scheme at the start, before its colon; -1 where there is none. */
export function schemeLength(text: string): number {
  const end = text.indexOf(":");
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i) | 0x20;
    const isLetter = unit >= 0x61 && unit <= 0x7a && text.charCodeAt(i) >= 0x41;
    if (!isLetter && (i === 0 || !"0123456789+-.".includes(text.charAt(i)))) return -1;
  }
  return end === 0 ? -1 : end;
}

function parseMain(url: UrlRecord, text: string, base: UrlRecord | null, hasQuery: boolean, hasFragment: boolean): boolean {
  const length = schemeLength(text);
  if (length < 0) {
    if (base === null) return false;
    if (base.opaquePath !== null) return text === "" && !hasQuery && hasFragment && copyAll(url, base);
    url.scheme = base.scheme;
    return base.scheme === "file" ? parseFile(url, text, base, hasQuery) : parseRelative(url, text, base, hasQuery);
  }
  url.scheme = text.slice(0, length).toLowerCase();
  const rest = text.slice(length + 1);
  if (url.scheme === "file") return parseFile(url, rest, base, hasQuery);
  if (url.isSpecial()) {
    const isRelative = base !== null && base.scheme === url.scheme && !rest.startsWith("//");
    return isRelative ? parseRelative(url, rest, base, hasQuery) : parseAuthority(url, withoutSlashes(rest));
  }
  if (rest.startsWith("//")) return parseAuthority(url, rest.slice(2));
  if (rest.startsWith("/")) return parsePath(url, rest.slice(1));
  url.opaquePath = percentEncode(rest, CONTROL_SET);
  return true;
}

function copyAll(url: UrlRecord, base: UrlRecord): boolean {
  url.take(base);
  url.fragment = null;
  return true;
}

function withoutSlashes(text: string): string {
  let start = 0;
  while (text.charAt(start) === "/" || text.charAt(start) === "\\") start++;
  return text.slice(start);
}

function startsWithSlash(url: UrlRecord, text: string): boolean {
  return text.startsWith("/") || (text.startsWith("\\") && url.isSpecial());
}

function parseRelative(url: UrlRecord, text: string, base: UrlRecord, hasQuery: boolean): boolean {
  if (startsWithSlash(url, text)) {
    const rest = text.slice(1);
    if (startsWithSlash(url, rest)) return parseAuthority(url, url.isSpecial() ? withoutSlashes(rest) : rest.slice(1));
    url.copyAuthority(base);
    return parsePath(url, rest);
  }
  url.copyAuthority(base);
  return parseFromBase(url, text, base, hasQuery);
}

/** What is neither absolute nor from the root: beside the last segment of the other address. */
function parseFromBase(url: UrlRecord, text: string, base: UrlRecord, hasQuery: boolean): boolean {
  url.path = [...base.path];
  if (text === "") {
    if (!hasQuery) url.query = base.query;
    return true;
  }
  if (url.scheme === "file" && startsWithDrive(text)) url.path = [];
  else shortenPath(url);
  return parsePath(url, text);
}

// User, host and port

function parseAuthority(url: UrlRecord, text: string): boolean {
  const end = authorityLength(url, text);
  const authority = text.slice(0, end);
  const at = authority.lastIndexOf("@");
  if (at >= 0) {
    const user = authority.slice(0, at);
    const colon = user.indexOf(":");
    url.username = percentEncode(colon < 0 ? user : user.slice(0, colon), USER_SET);
    url.password = colon < 0 ? "" : percentEncode(user.slice(colon + 1), USER_SET);
  }
  const host = authority.slice(at + 1);
  if (host === "" && at >= 0) return false;
  return parseHostAndPort(url, host) && parsePathStart(url, text.slice(end));
}

/** Up to the first slash. */
export function authorityLength(url: UrlRecord, text: string): number {
  for (let i = 0; i < text.length; i++) if (startsWithSlash(url, text.charAt(i))) return i;
  return text.length;
}

function parseHostAndPort(url: UrlRecord, text: string): boolean {
  const colon = portColon(text);
  const name = colon < 0 ? text : text.slice(0, colon);
  if (name === "" && (url.isSpecial() || colon >= 0)) return false;
  const host = parseHost(name, url.isSpecial());
  if (host === null) return false;
  url.host = host;
  return colon < 0 || parsePort(url, text.slice(colon + 1));
}

/** The place of the first colon outside of brackets, or -1. */
export function portColon(text: string): number {
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "[") isInside = true;
    else if (character === "]") isInside = false;
    else if (character === ":" && !isInside) return i;
  }
  return -1;
}

/** Digits and nothing else; without any the port is that of the scheme. */
export function parsePort(url: UrlRecord, text: string): boolean {
  let port = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return false;
    port = 10 * port + digit;
    if (port > PORT_MAX) return false;
  }
  if (text !== "") url.port = port === defaultPort(url.scheme) ? -1 : port;
  return true;
}

// Files

function parseFile(url: UrlRecord, text: string, base: UrlRecord | null, hasQuery: boolean): boolean {
  const fileBase = base !== null && base.scheme === "file" ? base : null;
  url.host = "";
  if (startsWithSlash(url, text)) return parseFileSlash(url, text.slice(1), fileBase);
  if (fileBase === null) return parsePath(url, text);
  url.host = fileBase.host;
  return parseFromBase(url, text, fileBase, hasQuery);
}

function parseFileSlash(url: UrlRecord, text: string, base: UrlRecord | null): boolean {
  if (startsWithSlash(url, text)) return parseFileHost(url, text.slice(1));
  if (base !== null) {
    url.host = base.host;
    if (!startsWithDrive(text) && base.path.length > 0 && isDrive(base.path[0], false)) url.path.push(base.path[0]);
  }
  return parsePath(url, text);
}

function parseFileHost(url: UrlRecord, text: string): boolean {
  const end = authorityLength(url, text);
  const name = text.slice(0, end);
  if (isDrive(name, true)) return parsePath(url, text);
  if (name !== "") {
    const host = parseHost(name, true);
    if (host === null) return false;
    url.host = host === "localhost" ? "" : host;
  }
  return parsePathStart(url, text.slice(end));
}

/** A letter and a colon; at the start of an address a bar is as good. */
function isDrive(text: string, mayHaveBar: boolean): boolean {
  if (text.length !== 2) return false;
  const letter = text.charCodeAt(0) | 0x20;
  const isLetter = letter >= 0x61 && letter <= 0x7a;
  return isLetter && (text.charAt(1) === ":" || (mayHaveBar && text.charAt(1) === "|"));
}

function startsWithDrive(text: string): boolean {
  return isDrive(text.slice(0, 2), true) && (text.length === 2 || text.charAt(2) === "/" || text.charAt(2) === "\\");
}

// Paths

/** Behind a host: special addresses have at least one segment. */
export function parsePathStart(url: UrlRecord, text: string): boolean {
  if (text === "" && !url.isSpecial()) return true;
  return parsePath(url, startsWithSlash(url, text) ? text.slice(1) : text);
}

function parsePath(url: UrlRecord, text: string): boolean {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const isLast = i === text.length;
    if (!isLast && !startsWithSlash(url, text.charAt(i))) continue;
    addSegment(url, percentEncode(text.slice(start, i), PATH_SET), isLast);
    start = i + 1;
  }
  return true;
}

function addSegment(url: UrlRecord, segment: string, isLast: boolean): void {
  const dots = dotsOf(segment);
  if (dots === 2) shortenPath(url);
  if (dots > 0) {
    if (isLast) url.path.push("");
    return;
  }
  const isFirstDrive = url.scheme === "file" && url.path.length === 0 && isDrive(segment, true);
  url.path.push(isFirstDrive ? `${segment.charAt(0)}:` : segment);
}

/** One or two dots, which may be encoded; 0 for other segments. */
function dotsOf(segment: string): number {
  const plain = segment.length > 6 ? segment : segment.toLowerCase().replaceAll("%2e", ".");
  return plain === "." ? 1 : plain === ".." ? 2 : 0;
}

/** Without the last segment; the drive of a file stays. */
function shortenPath(url: UrlRecord): void {
  const isDriveAlone = url.scheme === "file" && url.path.length === 1 && isDrive(url.path[0], false);
  if (!isDriveAlone) url.path.pop();
}

// Changing one part

/** The scheme of an address, if the new one has parts of the same kind. */
export function changeScheme(url: UrlRecord, text: string): void {
  const given = `${withoutLineEnds(text)}:`;
  const length = schemeLength(given);
  if (length < 0) return;
  const scheme = given.slice(0, length).toLowerCase();
  if (isSpecialScheme(scheme) !== url.isSpecial()) return;
  if (scheme === "file" && (url.hasCredentials() || url.port >= 0)) return;
  if (url.scheme === "file" && url.host === "") return;
  url.scheme = scheme;
  if (url.port === defaultPort(scheme)) url.port = -1;
}

/** The host, with its port where that is meant too. */
export function changeHost(url: UrlRecord, given: string, mayHavePort: boolean): void {
  if (url.opaquePath !== null) return;
  const text = beforeAny(withoutLineEnds(given), url.isSpecial() ? "/?#\\" : "/?#");
  if (url.scheme === "file") {
    const host = isDrive(text, true) ? null : text === "" ? "" : parseHost(text, true);
    if (host !== null) url.host = host === "localhost" ? "" : host;
    return;
  }
  const colon = portColon(text);
  if (colon >= 0 && (!mayHavePort || colon === 0)) return;
  const name = colon < 0 ? text : text.slice(0, colon);
  if (name === "" && (url.isSpecial() || url.hasCredentials() || url.port >= 0)) return;
  const host = parseHost(name, url.isSpecial());
  if (host === null) return;
  url.host = host;
  if (colon >= 0) changePort(url, text.slice(colon + 1));
}

function beforeAny(text: string, ends: string): string {
  for (let i = 0; i < text.length; i++) if (ends.includes(text.charAt(i))) return text.slice(0, i);
  return text;
}

/** The digits at the start. */
export function changePort(url: UrlRecord, text: string): void {
  const given = withoutLineEnds(text);
  let count = 0;
  while (count < given.length && given.charAt(count) >= "0" && given.charAt(count) <= "9") count++;
  parsePort(url, given.slice(0, count));
}

export function changePath(url: UrlRecord, given: string): void {
  if (url.opaquePath !== null) return;
  url.path = [];
  const text = withoutLineEnds(given);
  if (text === "" && !url.isSpecial()) {
    if (url.host === null) url.path.push("");
    return;
  }
  parsePathStart(url, text);
}

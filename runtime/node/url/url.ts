// URL: addresses of what is to be had elsewhere, and their parts.
// Owns:       the record of its parts, which its search parameters share.
// Manual:     WHATWG "URL", URL class; Node "URL".

import { type Inspection, inspectMember } from "../../core/console/inspection.ts";
import { FRAGMENT_SET, percentEncode, USER_SET } from "./percent-encoding.ts";
import { changeHost, changePath, changePort, changeScheme, encodeQuery, parseUrl, withoutLineEnds } from "./url-parser.ts";
import type { UrlRecord } from "./url-record.ts";
import { URLSearchParams } from "./url-search-params.ts";

/** What is no address. */
class InvalidUrl extends TypeError {
  readonly code: string = "ERR_INVALID_URL";
  readonly input: string;
  readonly base?: string;

  constructor(input: string, base?: string) {
    super("Invalid URL");
    this.input = input;
    if (base !== undefined) this.base = base;
  }
}

export class URL {
  private readonly record: UrlRecord;
  private parameters: URLSearchParams | null = null;

  constructor(address: string | URL, base?: string | URL) {
    const parsed = parsedFrom(address, base);
    if (parsed === null) throw new InvalidUrl(String(address), base === undefined ? undefined : String(base));
    this.record = parsed;
  }

  static canParse(address: string | URL, base?: string | URL): boolean {
    return parsedFrom(address, base) !== null;
  }

  static parse(address: string | URL, base?: string | URL): URL | null {
    return URL.canParse(address, base) ? new URL(address, base) : null;
  }

  get href(): string {
    return this.record.text();
  }

  set href(text: string) {
    const parsed = parseUrl(text, null);
    if (parsed === null) throw new InvalidUrl(text);
    this.record.take(parsed);
    this.parameters?.reread(this.record.query ?? "");
  }

  get origin(): string {
    const { record } = this;
    if (record.scheme !== "blob") return record.originText();
    const inner = parseUrl(record.pathText(), null);
    return inner !== null && (inner.scheme === "http" || inner.scheme === "https") ? inner.originText() : "null";
  }

  get protocol(): string {
    return `${this.record.scheme}:`;
  }

  set protocol(text: string) {
    changeScheme(this.record, text);
  }

  get username(): string {
    return this.record.username;
  }

  set username(text: string) {
    if (this.record.mayHavePort()) this.record.username = percentEncode(text.toWellFormed(), USER_SET);
  }

  get password(): string {
    return this.record.password;
  }

  set password(text: string) {
    if (this.record.mayHavePort()) this.record.password = percentEncode(text.toWellFormed(), USER_SET);
  }

  get host(): string {
    return this.record.hostText();
  }

  set host(text: string) {
    changeHost(this.record, text.toWellFormed(), true);
  }

  get hostname(): string {
    return this.record.host ?? "";
  }

  set hostname(text: string) {
    changeHost(this.record, text.toWellFormed(), false);
  }

  get port(): string {
    const { port } = this.record;
    return port < 0 ? "" : String(port);
  }

  set port(text: string | number) {
    if (!this.record.mayHavePort()) return;
    if (text === "") this.record.port = -1;
    else changePort(this.record, String(text));
  }

  get pathname(): string {
    return this.record.pathText();
  }

  set pathname(text: string) {
    changePath(this.record, text.toWellFormed());
  }

  get search(): string {
    const { query } = this.record;
    return query === null || query === "" ? "" : `?${query}`;
  }

  set search(text: string) {
    const given = withoutLineEnds(text.toWellFormed());
    const query = given.startsWith("?") ? given.slice(1) : given;
    this.record.query = text === "" ? null : encodeQuery(this.record, query);
    this.parameters?.reread(query);
  }

  get searchParams(): URLSearchParams {
    let { parameters } = this;
    if (parameters === null) {
      parameters = new URLSearchParams();
      parameters.reread(this.record.query ?? "");
      parameters.belongTo(this.record);
      this.parameters = parameters;
    }
    return parameters;
  }

  get hash(): string {
    const { fragment } = this.record;
    return fragment === null || fragment === "" ? "" : `#${fragment}`;
  }

  set hash(text: string) {
    const given = withoutLineEnds(text.toWellFormed());
    this.record.fragment = text === "" ? null : percentEncode(given.startsWith("#") ? given.slice(1) : given, FRAGMENT_SET);
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }

  /** For the console. */
  inspectAs(name: string, state: Inspection): string {
    const instead = state.enter(this, name, "", false);
    if (instead !== undefined) return instead;
    const parts = [
      inspectMember("href: ", this.href, state),
      inspectMember("origin: ", this.origin, state),
      inspectMember("protocol: ", this.protocol, state),
      inspectMember("username: ", this.username, state),
      inspectMember("password: ", this.password, state),
      inspectMember("host: ", this.host, state),
      inspectMember("hostname: ", this.hostname, state),
      inspectMember("port: ", this.port, state),
      inspectMember("pathname: ", this.pathname, state),
      inspectMember("search: ", this.search, state),
      inspectMember("searchParams: ", this.searchParams, state),
      inspectMember("hash: ", this.hash, state),
    ];
    return state.leave(this, `${name} {`, parts, "}", false, false);
  }
}

function parsedFrom(address: string | URL, base: string | URL | undefined): UrlRecord | null {
  const from = base === undefined ? null : parseUrl(String(base), null);
  return base !== undefined && from === null ? null : parseUrl(String(address), from);
}

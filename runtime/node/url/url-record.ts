// URL record: the parts of an address, as they are written.
// Invariants: (1) a port is -1 where there is none, or it is that of the scheme
//             (2) an address without a host has neither user nor port
// Manual:     WHATWG "URL", URL representation; URL serializing.

const ports = new Map<string, number>([
  ["ftp", 21],
  ["file", -1],
  ["http", 80],
  ["https", 443],
  ["ws", 80],
  ["wss", 443],
]);

/** Whether addresses with the scheme have a host and a path of segments. */
export function isSpecialScheme(scheme: string): boolean {
  return ports.has(scheme);
}

export function defaultPort(scheme: string): number {
  return ports.get(scheme) ?? -1;
}

export class UrlRecord {
  scheme: string = "";
  username: string = "";
  password: string = "";
  host: string | null = null;
  port: number = -1;
  path: string[] = [];
  /** A path that has no segments: `mailto:name`. */
  opaquePath: string | null = null;
  query: string | null = null;
  fragment: string | null = null;

  isSpecial(): boolean {
    return isSpecialScheme(this.scheme);
  }

  hasCredentials(): boolean {
    return this.username !== "" || this.password !== "";
  }

  /** Files, and addresses without a host, have neither user nor port. */
  mayHavePort(): boolean {
    return this.host !== null && this.host !== "" && this.scheme !== "file";
  }

  copyAuthority(from: UrlRecord): void {
    this.username = from.username;
    this.password = from.password;
    this.host = from.host;
    this.port = from.port;
  }

  /** Becomes what the other one is. */
  take(from: UrlRecord): void {
    this.scheme = from.scheme;
    this.copyAuthority(from);
    this.path = [...from.path];
    this.opaquePath = from.opaquePath;
    this.query = from.query;
    this.fragment = from.fragment;
  }

  pathText(): string {
    return this.opaquePath ?? this.path.map((segment) => `/${segment}`).join("");
  }

  hostText(): string {
    const { host, port } = this;
    return host === null ? "" : port < 0 ? host : `${host}:${port}`;
  }

  text(): string {
    const { password, query, fragment } = this;
    let result = `${this.scheme}:`;
    if (this.host !== null) {
      const user = password === "" ? this.username : `${this.username}:${password}`;
      result += this.hasCredentials() ? `//${user}@${this.hostText()}` : `//${this.hostText()}`;
    } else if (this.opaquePath === null && this.path.length > 1 && this.path[0] === "") {
      // Or else the path would be read as a host.
      result += "/.";
    }
    result += this.pathText();
    if (query !== null) result += `?${query}`;
    return fragment === null ? result : `${result}#${fragment}`;
  }

  originText(): string {
    if (this.scheme === "blob") return "null";
    return this.isSpecial() && this.scheme !== "file" ? `${this.scheme}://${this.hostText()}` : "null";
  }
}

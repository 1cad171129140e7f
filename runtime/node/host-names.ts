// Host names: the addresses behind them, out of the file of hosts.
// Manual:     Linux man-pages, section 5: hosts.

import { existsSync, readFileSync } from "./fs.ts";
import { addressBytes } from "./ip-addresses.ts";
import { lookupError, type SocketError } from "./socket-errors.ts";
import { queueImmediate } from "./ticks.ts";

const HOSTS_FILE = "/etc/hosts";
const LOOPBACK = "127.0.0.1";

export type FoundAddresses = (error: SocketError | null, addresses: readonly Uint8Array[]) => void;

/** Calls back with the addresses of the name, or the address that the text is, in a turn of its own. */
export function findAddresses(host: string, found: FoundAddresses): void {
  const addresses = knownAddresses(host);
  queueImmediate(() => {
    if (addresses.length > 0) found(null, addresses);
    else found(lookupError("ENOTFOUND", host), []);
  });
}

function knownAddresses(host: string): Uint8Array[] {
  const numeric = addressBytes(host);
  if (numeric !== undefined) return [numeric];
  const listed = addressesOf(host, existsSync(HOSTS_FILE) ? readFileSync(HOSTS_FILE, "utf8") : "");
  if (listed.length > 0) return listed;
  const loopback = host === "localhost" ? addressBytes(LOOPBACK) : undefined;
  return loopback === undefined ? [] : [loopback];
}

/** Each line is an address and its names; comments begin with `#`. */
function addressesOf(host: string, lines: string): Uint8Array[] {
  const wanted = host.toLowerCase();
  const found: Uint8Array[] = [];
  for (const line of lines.split("\n")) {
    const [entry] = line.split("#");
    const [address, ...names] = entry
      .replaceAll("\t", " ")
      .split(" ")
      .filter((word) => word !== "");
    if (address === undefined || !names.some((name) => name.toLowerCase() === wanted)) continue;
    const bytes = addressBytes(address);
    if (bytes !== undefined) found.push(bytes);
  }
  return found;
}

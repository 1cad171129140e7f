// File URLs: paths as addresses and back.
// Manual:     Node "URL", url.fileURLToPath, url.pathToFileURL.

import { resolve } from "../path.ts";
import { URL } from "./url.ts";

/** An address that is none of a file here. */
class FileUrlError extends TypeError {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function fileURLToPath(address: string | URL): string {
  const url = typeof address === "string" ? new URL(address) : address;
  if (url.protocol !== "file:") throw new FileUrlError("ERR_INVALID_URL_SCHEME", "The URL must be of scheme file");
  if (url.hostname !== "") throw new FileUrlError("ERR_INVALID_FILE_URL_HOST", 'File URL host must be "localhost" or empty on linux');
  if (url.pathname.toLowerCase().includes("%2f"))
    throw new FileUrlError("ERR_INVALID_FILE_URL_PATH", "File URL path must not include encoded / characters");
  return decodeURIComponent(url.pathname);
}

export function pathToFileURL(path: string): URL {
  const url = new URL("file://");
  const whole = resolve(path);
  let encoded = whole === "/" || !path.endsWith("/") ? whole : `${whole}/`;
  for (const [character, code] of [
    ["%", "%25"],
    ["\\", "%5C"],
    ["\n", "%0A"],
    ["\r", "%0D"],
    ["\t", "%09"],
  ]) // the other ones the address encodes
    encoded = encoded.replaceAll(character, code);
  url.pathname = encoded;
  return url;
}

// Request: what a client has asked a server for.
// Manual:     Node "HTTP", Class http.IncomingMessage.

import { IncomingHeaders } from "../header-texts.ts";
import { Readable } from "../readable.ts";
import type { Socket } from "../socket.ts";

/** Headers of which only the first counts. */
const SINGLE =
  " age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since last-modified location" +
  " max-forwards proxy-authorization referer retry-after server user-agent ";

export class IncomingMessage extends Readable {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly rawHeaders: readonly string[];
  readonly headers: NodeJS.IncomingHeaders;
  readonly socket: Socket;
  complete = false;

  constructor(socket: Socket, method: string, url: string, version: string, rawHeaders: readonly string[]) {
    super();
    this.socket = socket;
    this.method = method;
    this.url = url;
    this.httpVersion = version;
    this.rawHeaders = rawHeaders;
    this.headers = joinedHeaders(rawHeaders) as unknown as NodeJS.IncomingHeaders;
  }

  // For the server

  takeBody(bytes: Buffer): void {
    this.push(bytes);
  }

  takeEnd(): void {
    this.complete = true;
    this.pushEnd();
  }
}

/** By their names in small letters; of several of a name the values are joined. */
function joinedHeaders(raw: readonly string[]): IncomingHeaders {
  const headers = new IncomingHeaders();
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i].toLowerCase();
    const before = headers.get(name);
    if (before === undefined) headers.set(name, raw[i + 1]);
    else if (!SINGLE.includes(` ${name} `)) headers.set(name, before + (name === "cookie" ? "; " : ", ") + raw[i + 1]);
  }
  return headers;
}

// Http: Node's module `http`.
// Manual:     Node "HTTP".

import { type RequestListener, Server } from "./server.ts";

export { IncomingMessage } from "./request.ts";
export { type HeaderValue, ServerResponse } from "./response.ts";
export { type RequestListener, Server } from "./server.ts";
export type IncomingHttpHeaders = NodeJS.IncomingHeaders;

export const METHODS: readonly string[] = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

export interface ServerOptions {
  keepAlive?: boolean;
}

export function createServer(listener?: RequestListener): Server;
export function createServer(options: ServerOptions, listener?: RequestListener): Server;
export function createServer(options?: ServerOptions | RequestListener, listener?: RequestListener): Server {
  return new Server(typeof options === "function" ? options : listener);
}

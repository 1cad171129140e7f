// Socket errors: what the network refused, as the errors that Node makes of it.
// Manual:     Node "Errors", Class SystemError; Linux man-pages, errno(3).

import { SystemError, wordsOfError } from "./system-error.ts";

/** Lines of the number of an error, the name that Node gives to it, and the text of libuv. */
const ERRORS = `
32 EPIPE: broken pipe
97 EAFNOSUPPORT: address family not supported
98 EADDRINUSE: address already in use
99 EADDRNOTAVAIL: address not available
100 ENETDOWN: network is down
101 ENETUNREACH: network is unreachable
103 ECONNABORTED: software caused connection abort
104 ECONNRESET: connection reset by peer
105 ENOBUFS: no buffer space available
107 ENOTCONN: socket is not connected
110 ETIMEDOUT: connection timed out
111 ECONNREFUSED: connection refused
113 EHOSTUNREACH: host is unreachable
`;

/** The name and the text of an error. */
function wordsOf(number: number): string {
  const line = `\n${number} `;
  const place = ERRORS.indexOf(line);
  if (place < 0) return wordsOfError(number);
  const start = place + line.length;
  return ERRORS.slice(start, ERRORS.indexOf("\n", start));
}

export class SocketError extends SystemError {
  address?: string;
  port?: number;
  hostname?: string;
  /** Of several attempts: the error of each. */
  errors?: SocketError[];
}

/** The error for a negative answer of the system. */
export function socketError(answer: number, call: string): SocketError {
  const code = codeOf(wordsOf(-answer));
  return errorOf(answer, call, code, `${call} ${code}`);
}

/** The same of a connection to an address. */
export function connectionError(answer: number, address: string, port: number): SocketError {
  const code = codeOf(wordsOf(-answer));
  const error = errorOf(answer, "connect", code, `connect ${code} ${address}:${port}`);
  error.address = address;
  error.port = port;
  return error;
}

/** The same of a server. */
export function listenError(answer: number, address: string, port: number): SocketError {
  const words = wordsOf(-answer);
  const error = errorOf(answer, "listen", codeOf(words), `listen ${words} ${address}:${port}`);
  error.address = address;
  error.port = port;
  return error;
}

/** What became of several attempts to connect, none of which went well. */
export function errorOfAll(errors: SocketError[]): SocketError {
  if (errors.length === 1) return errors[0];
  const error = new SocketError("");
  error.name = "AggregateError";
  error.code = errors[0].code;
  error.errors = errors;
  return error;
}

/** An error of Node's own, with a code and nothing of the system. */
export function codedError(code: string, message: string): SocketError {
  const error = new SocketError(message);
  error.code = code;
  return error;
}

/** A name that no address was found for. */
export function lookupError(code: string, host: string): SocketError {
  const error = codedError(code, `getaddrinfo ${code} ${host}`);
  error.syscall = "getaddrinfo";
  error.hostname = host;
  return error;
}

function codeOf(words: string): string {
  return words.slice(0, words.indexOf(":"));
}

function errorOf(answer: number, call: string, code: string, message: string): SocketError {
  const error = codedError(code, message);
  error.errno = answer;
  error.syscall = call;
  return error;
}

// Library declarations of what server JavaScript has: each name is that of something in runtime/node. A part of lib.d.ts.

declare const process: typeof import("./node/process.ts").process;
declare const setImmediate: typeof import("./node/immediates.ts").setImmediate;
declare const clearImmediate: typeof import("./node/immediates.ts").clearImmediate;
declare const AbortController: typeof import("./node/abort.ts").AbortController;
declare const AbortSignal: typeof import("./node/abort.ts").AbortSignal;
declare const DOMException: typeof import("./node/dom-exception.ts").DOMException;
declare const Event: typeof import("./node/event-target.ts").Event;
declare const CustomEvent: typeof import("./node/event-target.ts").CustomEvent;
declare const EventTarget: typeof import("./node/event-target.ts").EventTarget;
declare const URL: typeof import("./node/url/url.ts").URL;
declare const URLSearchParams: typeof import("./node/url/url-search-params.ts").URLSearchParams;
declare const fetch: typeof import("./node/fetch/fetch.ts").fetch;
declare const Headers: typeof import("./node/fetch/headers.ts").Headers;
declare const Response: typeof import("./node/fetch/response.ts").Response;

type AbortController = import("./node/abort.ts").AbortController;
type AbortSignal = import("./node/abort.ts").AbortSignal;
type DOMException = import("./node/dom-exception.ts").DOMException;
type Event = import("./node/event-target.ts").Event;
type EventInit = import("./node/event-target.ts").EventInit;
type CustomEvent<T = unknown> = import("./node/event-target.ts").CustomEvent<T>;
type CustomEventInit<T = unknown> = import("./node/event-target.ts").CustomEventInit<T>;
type EventTarget = import("./node/event-target.ts").EventTarget;
type EventListener = import("./node/event-target.ts").EventListener;
type EventListenerObject = import("./node/event-target.ts").EventListenerObject;
type EventListenerOrEventListenerObject = import("./node/event-target.ts").EventListenerOrEventListenerObject;
type EventListenerOptions = import("./node/event-target.ts").EventListenerOptions;
type AddEventListenerOptions = import("./node/event-target.ts").AddEventListenerOptions;
type URL = import("./node/url/url.ts").URL;
type URLSearchParams = import("./node/url/url-search-params.ts").URLSearchParams;
type BodyInit = import("./node/fetch/response.ts").BodyInit;
type Headers = import("./node/fetch/headers.ts").Headers;
type HeadersInit = import("./node/fetch/headers.ts").HeadersInit;
type RequestInit = import("./node/fetch/fetch.ts").RequestInit;
type Response = import("./node/fetch/response.ts").Response;
type ResponseInit = import("./node/fetch/response.ts").ResponseInit;

declare namespace NodeJS {
  /** What is thrown where the system refused, or what was given is no such thing. */
  interface ErrnoException extends Error {
    errno?: number;
    code?: string;
    syscall?: string;
    path?: string;
    dest?: string;
  }
  type Process = import("./node/process.ts").Process;
  type Immediate = import("./node/ticks.ts").Immediate;
  /** Headers of a message, by their names in small letters. */
  interface IncomingHeaders {
    [name: string]: string | undefined;
  }
  /** Settings of the environment, by any name. */
  interface ProcessEnv {
    [name: string]: string | undefined;
  }
}

// Buffers: typed arrays whose members beyond those of all typed arrays are the functions of runtime/node/buffer-members.ts.

declare const Buffer: import("./node/buffer.ts").BufferConstructor;
type BufferEncoding = "utf8" | "utf-8" | "hex" | "base64" | "base64url" | "latin1" | "binary" | "ascii";
interface Buffer extends Uint8Array {
  compare(other: Uint8Array): number;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  equals(other: Uint8Array): boolean;
  readDoubleBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt16LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readInt8(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readUInt8(offset?: number): number;
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  write(text: string, offset?: number, length?: number, encoding?: BufferEncoding): number;
  writeDoubleBE(value: number, offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
}

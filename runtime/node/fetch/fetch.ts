// Fetch: asks servers of HTTP, and follows where they send it.
// Invariants: (1) each request has a connection of its own, which ends with the answer
//             (2) the promise is settled when the head of the last answer is there; the body comes afterwards
// Manual:     WHATWG "Fetch", Fetch method, HTTP-redirect fetch; RFC 9112 "HTTP/1.1".

import { codedError } from "../socket-errors.ts";
import { URL } from "../url/url.ts";
import { ask, type Question } from "./exchange.ts";
import { Headers, type HeadersInit } from "./headers.ts";
import { type BodyInit, bytesOfBody, type Response, typeOfBody } from "./response.ts";

export interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  redirect?: "follow" | "error" | "manual";
  signal?: AbortSignal | null;
}

const REDIRECTS_MAX = 20;
const SEE_OTHER = 303;

export async function fetch(input: string | URL, init: RequestInit = {}): Promise<Response> {
  const signal = init.signal ?? null;
  signal?.throwIfAborted();
  const question = questionOf(addressOf(String(input)), init);
  for (let redirects = 0; ; redirects++) {
    if (question.url.protocol !== "http:") throw failure(protocolError(question.url.protocol));
    const response = await ask(question, signal);
    const target = redirectOf(response, question.url);
    if (target === undefined || init.redirect === "manual") {
      response.redirected = redirects > 0;
      return response;
    }
    response.body?.destroy();
    if (init.redirect === "error") throw failure(new Error("unexpected redirect"));
    if (redirects === REDIRECTS_MAX) throw failure(new Error("redirect count exceeded"));
    redirect(question, response.status, target);
  }
}

function addressOf(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${text}`, { cause });
  }
}

function failure(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

function protocolError(protocol: string): Error {
  if (protocol === "https:") return codedError("ERR_NO_TLS", "there is no TLS here: https: cannot be asked");
  return new Error("unknown scheme");
}

function questionOf(url: URL, init: RequestInit): Question {
  const method = methodOf(init.method ?? "GET");
  const headers = new Headers(init.headers);
  const { body } = init;
  if (body === undefined || body === null) return { url, method, headers, body: null };
  if (method === "GET" || method === "HEAD") throw new TypeError("Request with GET/HEAD method cannot have body.");
  const type = typeOfBody(body);
  if (type !== undefined && !headers.has("content-type")) headers.set("content-type", type);
  return { url, method, headers, body: bytesOfBody(body) };
}

/** The methods that everybody knows are in capitals. */
function methodOf(given: string): string {
  const upper = given.toUpperCase();
  return ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"].includes(upper) ? upper : given;
}

function redirectOf({ status, headers }: Response, base: URL): URL | undefined {
  const location = headers.get("location");
  const isRedirect = [301, 302, SEE_OTHER, 307, 308].includes(status);
  return isRedirect && location !== null ? new URL(location, base.href) : undefined;
}

function redirect(question: Question, status: number, target: URL): void {
  const { method } = question;
  const isPost = (status === 301 || status === 302) && method === "POST";
  if (isPost || (status === SEE_OTHER && method !== "GET" && method !== "HEAD")) {
    question.method = "GET";
    question.body = null;
    for (const name of ["content-encoding", "content-language", "content-location", "content-type", "content-length"])
      question.headers.delete(name);
  }
  if (target.origin !== question.url.origin) for (const name of ["authorization", "cookie", "host"]) question.headers.delete(name);
  if (target.hash === "") target.hash = question.url.hash;
  question.url = target;
}

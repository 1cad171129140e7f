// Fetch: answers of a server of the program's own: JSON by its type, bodies that are sent, redirects, headers, aborts and failures.

import http from "node:http";
import type { AddressInfo } from "node:net";

interface User {
  name: string;
  tags: string[];
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  switch (url.pathname) {
    case "/user":
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ name: "Ada", tags: ["x", "y"] }));
      break;
    case "/echo": {
      let body = "";
      for await (const chunk of request) body += chunk;
      response.statusCode = 201;
      response.setHeader("X-Method", request.method ?? "");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.write(`${request.headers["content-type"]} `);
      response.end(`<${body}> ${url.searchParams.get("q")}`);
      break;
    }
    case "/moved":
      response.writeHead(302, { Location: "/user" }).end();
      break;
    case "/never":
      response.write("begin");
      break;
    default:
      response.statusCode = 404;
      response.end("none");
  }
});

async function ask(base: string): Promise<void> {
  const answer = await fetch(`${base}/user`);
  console.log(answer.status, answer.ok, answer.statusText, answer.headers.get("Content-Type"));
  const user: User = await answer.json();
  console.log(user.name, user.tags.length, answer.bodyUsed);

  const posted = await fetch(`${base}/echo?q=5`, { method: "post", body: "héllo", headers: { "X-One": "1" } });
  console.log(posted.status, posted.headers.get("x-method"), posted.headers.getSetCookie(), await posted.text());
  const form = await fetch(`${base}/echo`, { method: "PUT", body: new URLSearchParams({ a: "1 2" }) });
  console.log((await form.text()).split(" ", 1), form.headers.has("x-none"));

  const moved = await fetch(`${base}/moved`);
  console.log(moved.redirected, moved.url === `${base}/user`, ((await moved.json()) as User).name);
  const stayed = await fetch(`${base}/moved`, { redirect: "manual" });
  console.log(stayed.status, stayed.headers.get("location"));
  const none = await fetch(new URL("/none", base), { method: "HEAD" });
  console.log(none.status, none.ok, JSON.stringify(await none.text()));
}

async function fail(base: string): Promise<void> {
  const controller = new AbortController();
  const begun = await fetch(`${base}/never`, { signal: controller.signal });
  controller.abort();
  await begun.text().catch((error: Error) => console.log(error.name));
  await fetch(base, { signal: controller.signal }).catch((error: Error) => console.log(error.name));
  await fetch("nonsense").catch((error: Error) => console.log(String(error)));
  await fetch(`${base}/x`, { body: "no" }).catch((error: Error) => console.log(String(error)));
  await fetch(`${base}/moved`, { redirect: "error" }).catch((error: Error) => console.log(String(error)));
}

async function refuse(): Promise<void> {
  const other = http.createServer().listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => other.on("listening", resolve));
  const { port } = other.address() as AddressInfo;
  await new Promise<void>((resolve) => other.close(() => resolve()));
  await fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => {
    console.log(String(error), (error.cause as NodeJS.ErrnoException).code);
  });
}

const headers = new Headers({ "Content-Type": "a", accept: "b" });
headers.append("Accept", "c");
headers.set("x-last", " spaced ");
console.log([...headers], headers.get("nothing"));
const made = new Response("text", { status: 404, headers: [["X-A", "1"]] });
console.log(made.ok, made.headers.get("content-type"), made.headers.get("x-a"));

server.listen(0, "127.0.0.1", async () => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await ask(base);
  await fail(base);
  server.close();
  server.closeAllConnections();
  await refuse();
  console.log(await made.text());
});

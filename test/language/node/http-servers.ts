// HTTP servers: what is on the wire: framing of requests and answers in any pieces, and what is no request.

import http from "node:http";
import net, { type AddressInfo } from "node:net";

const server = http.createServer((request, response) => {
  const parts: string[] = [];
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => parts.push(chunk));
  request.on("end", () => {
    response.sendDate = false;
    const { host, accept } = request.headers;
    const shown = [request.method, request.url, request.httpVersion, host, accept, Object.keys(request.headers).length];
    if (request.url === "/empty") response.writeHead(204).end();
    else if (request.url === "/chunks") {
      response.write("zwölf ");
      response.end("parts");
    } else response.end(`${shown.join(" ")} [${parts.join("")}]`);
  });
});

/** What comes back for these bytes, without what depends on the kind of server. */
function exchange(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise<void>((next) => setImmediate(next));
      }
    });
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}

function show(answer: string): void {
  const [head, body] = answer.split("\r\n\r\n", 2);
  const lines = head.split("\r\n").filter((line) => !line.startsWith("Keep-Alive") && !line.startsWith("Connection"));
  console.log(JSON.stringify(lines.join("; ")), JSON.stringify(body));
}

async function main(port: number): Promise<void> {
  const close = "Connection: close\r\n";
  show(await exchange(port, [`GET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept: one\r\naccept: two\r\n${close}\r\n`]));
  show(await exchange(port, ["POST / HTT", `P/1.1\r\nHo`, `st: y\r\n${close}Content-Length: 7\r\n`, "\r\nhé", "llo!"]));
  const chunked = `PUT /c HTTP/1.1\r\nHost: z\r\n${close}Transfer-Encoding: chunked\r\n\r\n`;
  show(await exchange(port, [`${chunked}3;x=1\r\nabc\r`, "\n1", "0\r\n0123456789abcdef\r\n0\r\nTrailer: t\r\n\r\n"]));
  show(await exchange(port, [`GET /chunks HTTP/1.1\r\nHost: x\r\n${close}\r\n`]));
  show(await exchange(port, [`GET /empty HTTP/1.1\r\nHost: x\r\n${close}\r\n`]));
  show(await exchange(port, ["HEAD /head HTTP/1.0\r\n\r\n"]));
  for (const wrong of [
    "no request\r\n\r\n",
    "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n\r\n",
  ])
    show(await exchange(port, [wrong]));
  show(await exchange(port, [`${chunked}zz\r\n`]));
}

server.listen(0, "127.0.0.1", () => {
  void main((server.address() as AddressInfo).port).then(() => server.close(() => console.log("closed")));
});

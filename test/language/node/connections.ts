// Connections: a server and its clients in one program, with data, ends and closes in their order, backpressure and errors.

import net, { type AddressInfo, type Socket } from "node:net";

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port;
}

function echo(done: () => void): void {
  const lines: string[] = [];
  const server = net.createServer((socket) => {
    socket.on("data", (chunk) => socket.write(`echo ${chunk}`));
    socket.on("end", () => lines.push("server: end"));
  });
  server.listen(0, "127.0.0.1", () => {
    const client = net.connect({ port: portOf(server), host: "127.0.0.1" }, () => {
      console.log("connected", client.remotePort === portOf(server), client.remoteAddress, client.remoteFamily);
      client.write("hello");
    });
    client.setEncoding("utf8");
    client.on("data", (text) => {
      lines.push(`client: ${text}`);
      client.end();
      server.close(() => {
        console.log(lines.sort().join("; "));
        done();
      });
    });
    client.on("close", (hadError) => lines.push(`client: close ${hadError}`));
  });
}

/** More than waits for a connection without a word: the writer hears when to go on. */
async function fill(): Promise<void> {
  const chunks: Buffer[] = [];
  const server = net.createServer((socket: Socket) => {
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => socket.end("bye"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = net.connect(portOf(server), "127.0.0.1");
  console.log("roomy", client.write("a"), client.write("x".repeat(20_000)), client.connecting);
  client.once("drain", () => client.end("end", () => console.log("finished", client.bytesWritten)));
  client.on("data", (chunk: Buffer) => console.log(chunk));
  await new Promise<void>((resolve) => client.on("close", () => resolve()));
  const whole = Buffer.concat(chunks);
  console.log(whole.length, whole.toString("utf8", 19_999), client.destroyed, client.readableEnded);
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

async function walk(): Promise<void> {
  const server = net.createServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const client = net.createConnection({ port: portOf(server) });
  client.setEncoding("utf8");
  client.write("one ");
  client.write(Buffer.from("zwölf "));
  client.end("three");
  let text = "";
  for await (const chunk of client) text += chunk;
  console.log(text, client.bytesRead);
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

function fail(): void {
  const server = net.createServer();
  server.listen(0, "127.0.0.1", () => {
    const port = portOf(server);
    const show = (error: NodeJS.ErrnoException): void =>
      console.log(error.code, error.syscall, error.errno, error.message.replace(String(port), "PORT"));
    const second = net.createServer().on("error", (error) => {
      show(error);
      server.close(() => {
        const client = net.connect(port, "127.0.0.1");
        client.on("error", show).on("close", (hadError) => console.log("close", hadError, client.destroyed));
      });
    });
    second.listen(port, "127.0.0.1");
  });
  net.createServer().close((error) => console.log((error as NodeJS.ErrnoException | undefined)?.code));
}

console.log(net.isIP("::1"), net.isIP("1.2.3.4"), net.isIP("1.2.3"), net.isIPv6("::ffff:1.2.3.4"));
echo(() => {
  void fill().then(walk).then(fail);
});

// Lines of streams: readline over files read in pieces and over the standard input, with questions, ends of all kinds and early closes.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lines-"));
const file = path.join(folder, "text");

async function writeLines(): Promise<void> {
  const stream = fs.createWriteStream(file);
  stream.write("one\r\ntwo\n\nzwölf\rfive");
  stream.end("\nlast");
  await new Promise<void>((resolve) => stream.on("close", () => resolve()));
  console.log(stream.bytesWritten, JSON.stringify(fs.readFileSync(file, "utf8")));
}

async function walk(): Promise<void> {
  const lines: string[] = [];
  for await (const line of readline.createInterface({ input: fs.createReadStream(file, { highWaterMark: 4 }), crlfDelay: Infinity }))
    lines.push(line);
  console.log(lines);
}

async function listen(): Promise<void> {
  const reader = readline.createInterface({ input: fs.createReadStream(file) });
  let count = 0;
  reader.on("line", (line) => {
    count += line.length;
    if (line === "") reader.close();
  });
  await new Promise<void>((resolve) => reader.once("close", () => resolve()));
  console.log("closed", count);
}

async function ask(): Promise<void> {
  const reader = readline.createInterface({ input: fs.createReadStream(file), output: process.stdout });
  const answer = await new Promise<string>((resolve) => reader.question("name? ", resolve));
  console.log(answer);
  reader.close();
}

async function part(): Promise<void> {
  let text = "";
  const stream = fs.createReadStream(file, { encoding: "utf8", start: 4, end: 8 });
  stream.on("data", (chunk) => {
    text += chunk;
  });
  await new Promise<void>((resolve) => stream.on("end", () => resolve()));
  console.log(JSON.stringify(text), stream.bytesRead);
  const missing = fs.createReadStream(path.join(folder, "none"));
  await new Promise<void>((resolve) => missing.on("error", (error: NodeJS.ErrnoException) => resolve(console.log(error.code))));
  await new Promise<void>((resolve) =>
    fs
      .createReadStream(file)
      .pipe(fs.createWriteStream(`${file}2`))
      .on("finish", () => resolve()),
  );
  console.log(fs.readFileSync(`${file}2`, "utf8") === fs.readFileSync(file, "utf8"));
}

/** Nothing is there. */
async function input(): Promise<void> {
  process.stdin.setEncoding("utf8");
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  console.log(JSON.stringify(text), process.stdin.fd);
}

void writeLines()
  .then(walk)
  .then(listen)
  .then(ask)
  .then(part)
  .then(input)
  .finally(() => fs.rmSync(folder, { recursive: true }));

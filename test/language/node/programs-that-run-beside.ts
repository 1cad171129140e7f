// Programs that run beside this one: their streams and events, ends by signals, failures to start, and those whose output comes at once.

import { exec, execFile, spawn } from "node:child_process";

function filter(): Promise<void> {
  const child = spawn("tr", ["a-z", "A-Z"]);
  let text = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (chunk: string) => {
    text += chunk;
  });
  child.stdin.write("one ");
  child.stdin.end("two");
  child.on("spawn", () => console.log("begun", child.pid !== undefined));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => console.log("exit", code, signal));
    child.on("close", (code) => {
      console.log("close", code, text, child.exitCode, child.killed);
      resolve();
    });
  });
}

async function walk(): Promise<void> {
  const child = spawn("printf 'a\\nb'; echo wrong >&2; exit 4", { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<number | null>((resolve) => child.on("close", resolve));
  for await (const chunk of child.stdout) console.log(String(chunk).split("\n"));
  console.log(await done, Buffer.concat(chunks).toString());
}

function kill(): Promise<void> {
  const child = spawn("sleep", ["60"]);
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      console.log(code, signal, child.killed, child.kill());
      resolve();
    });
    console.log(child.kill());
  });
}

function miss(): Promise<void> {
  return new Promise((resolve) => {
    spawn("no-such-program", ["x"]).on("error", (error: NodeJS.ErrnoException) => {
      console.log(error.code, error.syscall, error.path, error.message);
      resolve();
    });
  });
}

async function all(): Promise<void> {
  const first = new Promise<void>((resolve) => {
    exec("echo $((6 * 7))", (error, stdout, stderr) => resolve(console.log(error, stdout.trim(), stderr === "")));
  });
  const second = new Promise<void>((resolve) => {
    execFile("sh", ["-c", "echo out; echo err >&2; exit 9"], (error, stdout, stderr) => {
      first.then(() => resolve(console.log(error?.message.split("\n"), stdout.trim(), stderr.trim())));
    });
  });
  await Promise.all([first, second]);
}

void filter().then(walk).then(kill).then(miss).then(all);

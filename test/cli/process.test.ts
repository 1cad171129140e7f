// Processes: what a compiled program is given by the system, and what it gives back: arguments, standard input, streams, status.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import test from "ava";
import { Folder } from "./tsmetal.ts";

const TOOL = `import { readFileSync } from "node:fs";
const [, , mode = "none", ...rest] = process.argv;
process.on("exit", (code) => console.log("exit", code));
console.log(mode, rest.length, rest.join("|"), process.argv[1].endsWith("/tool"));
if (mode === "read") {
  const text = readFileSync(0, "utf8");
  console.log(text.length, text.split("\\n").length, process.stdout.isTTY, process.stdout.columns);
}
if (mode === "status") process.exit(Number(rest[0]));
if (mode === "throw") throw new Error("nobody catches this");
process.stderr.write("to the other stream");
console.log(process.env.TOOL_SETTING);
`;

test("arguments, standard input, streams and the status go through", (t) => {
  const folder = new Folder({ "tool.ts": TOOL });
  t.is(folder.tsmetal(["build", "tool.ts", "-o", "tool"]).status, 0);
  const start = (words: readonly string[], input = ""): (string | number | null)[] => {
    const env = { TSM_DEBUG_HEAP: "1", TOOL_SETTING: "ä=1" };
    const { stdout, stderr, status } = spawnSync(join(folder.path, "tool"), words, { input, env, encoding: "utf8" });
    return [stdout, stderr.split("\n")[0], status];
  };
  t.deepEqual(start([]), ["none 0  true\nä=1\nexit 0\n", "to the other stream", 0]);
  t.deepEqual(start(["plain", "", "ä b", "--", "-x"]), ["plain 4 |ä b|--|-x true\nä=1\nexit 0\n", "to the other stream", 0]);
  const long = "line of text\n".repeat(20_000);
  t.deepEqual(start(["read"], long), ["read 0  true\n260000 20001 undefined undefined\nä=1\nexit 0\n", "to the other stream", 0]);
  t.deepEqual(start(["read"]), ["read 0  true\n0 1 undefined undefined\nä=1\nexit 0\n", "to the other stream", 0]);
  t.deepEqual(start(["status", "7"]), ["status 1 7 true\nexit 7\n", "", 7]);
  t.deepEqual(start(["throw"]), ["throw 0  true\nexit 1\n", "uncaught exception: Error: nobody catches this", 1]);
});

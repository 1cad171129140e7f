// Programs that are waited for: what they write, how they end, what they are given, and those that cannot be started.

import { execFileSync, execSync, spawnSync } from "node:child_process";

const both = spawnSync("/bin/sh", ["-c", "echo out; echo wrong >&2; exit 3"]);
console.log(both.status, both.signal, both.stdout.toString(), both.stderr.toString(), both.pid > 0, both.error);
console.log(spawnSync("cat", [], { input: "zwölf\n".repeat(3), encoding: "utf8" }).stdout);
console.log(spawnSync("sh", ["-c", "kill -9 $$"]).signal, spawnSync("true").status);

const missing = spawnSync("no-such-program", ["a"], { encoding: "utf8" });
const error = missing.error as NodeJS.ErrnoException;
console.log(missing.status, error.code, error.syscall, error.message, missing.stdout === null || missing.stdout === "");

console.log(
  execFileSync("pwd", [], { cwd: "/", encoding: "utf8" }),
  execSync("echo $NAME | tr a-z A-Z", { env: { NAME: "value" } }).toString(),
);
try {
  execSync("echo failing; exit 7", { stdio: ["pipe", "pipe", "pipe"] });
} catch (thrown) {
  const failed = thrown as Error & { status: number; stdout: Buffer };
  console.log(failed.message, failed.status, failed.stdout.toString());
}
console.log("before");
const inherited = spawnSync("/bin/sh", ["-c", "cat; echo quiet"], { stdio: ["ignore", "ignore", "inherit"] });
console.log(inherited.status, spawnSync("echo", ["a  b", "$HOME"], { shell: false }).stdout.toString());
const [first, ...others] = execFileSync("printf", ["%s\\n", "x", "y"]).toString().trim().split("\n");
console.log(first, others);

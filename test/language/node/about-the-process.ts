// What a program knows of itself.

import process from "node:process";

console.log(process.argv.length, process.argv.slice(2), process.argv[0].startsWith("/"), process.argv[1].startsWith("/"));
console.log(process.platform, process.arch, process.pid > 1, Number.isInteger(process.ppid));
console.log(process.cwd().startsWith("/"), process.uptime() >= 0);

const [seconds, nanoseconds] = process.hrtime();
const [more, rest] = process.hrtime([seconds, nanoseconds]);
console.log(Number.isInteger(seconds), nanoseconds < 1e9, more >= 0, rest >= 0 && rest < 1e9);

process.stdout.write("a part, ");
process.stdout.write("");
process.stdout.write("and the rest\n");
console.log("in between");
process.stdout.write("écrit\n");
process.stderr.write("to nobody\n");
console.log(process === globalProcess());

function globalProcess(): NodeJS.Process {
  return process;
}

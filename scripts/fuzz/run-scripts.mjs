// Runs scripts one after the other in this process and prints what each did: a JSON array of { stdout, end }, one a script.
// A script is over when nothing is left in the event loop, as when Node ends by itself. Plain JavaScript, since Node runs it as it is.

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const UNCAUGHT_STATUS = 1;
/** What Node ends with when it still awaits something at top level and nothing is left to do. */
const UNSETTLED_STATUS = 13;

class Exit extends Error {}

const scripts = process.argv.slice(2);
/** @type {{ stdout: string, end: number }[]} */
const behaviours = [];
let stdout = "";
/** @type {number | undefined} Undefined until the script failed or exited: what it does after that does not count. */
let end;
let isLoaded = true;

const { Console } = /** @type {{ Console: new (...streams: unknown[]) => typeof console }} */ (/** @type {unknown} */ (console));

/** @param {(text: string) => void} write A stream as far as a console needs one. */
function stream(write) {
  const nothing = () => {};
  return { write, on: nothing, once: nothing, removeListener: nothing, listenerCount: () => 0 };
}
const standardOutput = stream((text) => {
  if (end === undefined) stdout += text;
});
const standardError = stream(() => {});
process.stdout.write = (/** @type {unknown} */ text) => {
  standardOutput.write(String(text));
  return true;
};
process.stderr.write = () => true;
process.exit = (status) => {
  runExitListeners(Number(status ?? process.exitCode ?? 0));
  throw new Exit();
};

/** The listeners of a script for its end, which is not that of the process. @param {number} status */
function runExitListeners(status) {
  const listeners = process.listeners("exit");
  process.removeAllListeners("exit");
  process.exitCode = status;
  for (const listener of listeners) if (end === undefined) listener(status);
  end ??= Number(process.exitCode);
}

/** @param {unknown} error */
function fail(error) {
  const isScripts = process.listenerCount("uncaughtException") > 1 && !(error instanceof Exit);
  if (!isScripts) end ??= UNCAUGHT_STATUS;
}

/** @param {string} script */
function start(script) {
  stdout = "";
  end = undefined;
  isLoaded = false;
  process.exitCode = undefined;
  process.argv = [process.argv[0], script];
  globalThis.console = new Console(standardOutput, standardError);
  import(pathToFileURL(script).href).then(() => {
    isLoaded = true;
  }, fail);
}

process.on("uncaughtException", fail);
process.on("beforeExit", () => {
  const started = behaviours.length;
  if (started >= scripts.length + 1) return;
  if (isLoaded) runExitListeners(Number(process.exitCode ?? 0));
  const status = end ?? UNSETTLED_STATUS;
  for (const listener of process.listeners("uncaughtException"))
    if (listener !== fail) process.removeListener("uncaughtException", listener);
  // As UTF-8 has it: half a surrogate pair becomes a replacement character.
  behaviours.push({ stdout: Buffer.from(stdout).toString(), end: status });
  process.exitCode = 0;
  if (started < scripts.length) start(scripts[started]);
  // The first entry is of the time before any script.
  else writeFileSync(1, JSON.stringify(behaviours.slice(1)));
});

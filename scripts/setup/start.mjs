// Start: what qemu.sh does once there is a Node: options, set-up, build, boot.
// Invariants: (1) without a network it works once everything is there: nothing is fetched that is present
//             (2) standard output carries only what was asked for (--print, --check, --help); all else goes to standard error

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { continueOn, fetchPinnedNode, hasPinnedNode, isNodeEnough, pinnedNodePath } from "./node-runtime.mjs";
import { OptionError, parseOptions } from "./options.mjs";
import { arePackagesInstalled, installPackages } from "./packages.mjs";
import { findingLine, look, readTools } from "./tools.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(folder));

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} line @returns {never} */
function fail(line) {
  say(`qemu.sh: ${line}`);
  process.exit(1);
}

/** Tools that the system's package manager must bring: all but a Node that can be fetched. */
function lackingTools() {
  return readTools()
    .filter((tool) => !(tool.name === "node" && hasPinnedNode()))
    .map(look)
    .filter((finding) => !finding.isEnough);
}

/** @param {boolean} isSure @param {string[]} names */
function runSystemTools(isSure, names) {
  const parameters = [join(folder, "system-tools.sh"), ...(isSure ? ["--yes"] : []), ...names];
  return spawnSync("sh", parameters, { stdio: ["inherit", "inherit", "inherit"] }).status === 0;
}

/** @param {import("./options.mjs").Options} options */
function setUp(options) {
  const lacking = lackingTools();
  if (lacking.length > 0) {
    for (const finding of lacking) if (finding.found !== undefined) say(findingLine(finding));
    const isInstalled = runSystemTools(
      options.yes,
      lacking.map((finding) => finding.tool.name),
    );
    if (!isInstalled) process.exit(1);
    const still = lackingTools();
    for (const finding of still) say(findingLine(finding));
    if (still.length > 0) fail("this system's packages are too old for the lines above; a newer release of the system has newer ones");
  }
  if (!isNodeEnough()) continueOnNewerNode();
  if (!arePackagesInstalled(root) && !installPackages(root, say)) fail("npm ci failed; npm's own words are above");
}

function continueOnNewerNode() {
  const pinned = pinnedNodePath(root);
  if (!existsSync(pinned) && !fetchPinnedNode(root, say)) fail("Node 20.19 or newer is needed; see https://nodejs.org");
  continueOn(pinned);
}

/** The doctor: a line a tool, and the cure. */
function check() {
  if (!isNodeEnough() && existsSync(pinnedNodePath(root))) continueOn(pinnedNodePath(root));
  const findings = readTools().map(look);
  for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);
  const hasPackages = arePackagesInstalled(root);
  process.stdout.write(
    `${(hasPackages ? "ok" : "missing").padEnd(8)} packages  of package-lock.json${hasPackages ? "" : "; cure: npm ci"}\n`,
  );
  const lacking = findings.filter((finding) => !finding.isEnough).map((finding) => finding.tool.name);
  if (lacking.length > 0) spawnSync("sh", [join(folder, "system-tools.sh"), "--list", ...lacking], { stdio: "inherit" });
  if (lacking.length > 0 || !hasPackages) say("./qemu.sh --setup does all of this.");
  return lacking.length === 0 && hasPackages ? 0 : 1;
}

function build() {
  const result = spawnSync(process.execPath, [join(root, "scripts", "run.mjs"), "scripts/build.ts"], {
    cwd: root,
    stdio: ["ignore", 2, "inherit"],
  });
  if (result.status !== 0) fail("the build failed; see above");
}

/** @param {import("./options.mjs").Options} options */
async function boot(options) {
  const { bundle } = await import("../bundle.mjs");
  const [output = ""] = await bundle(["scripts/qemu/launch.ts"]);
  process.setSourceMapsEnabled?.(true);
  const { launch } = await import(pathToFileURL(output).href);
  return await launch(options);
}

/** @returns {import("./options.mjs").Options} */
function readOptions() {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    say(`qemu.sh: ${error.message}`);
    process.exit(2);
  }
}

const options = readOptions();
if (options.help) {
  process.stdout.write(readFileSync(join(folder, "help.txt"), "utf8"));
} else if (options.check) {
  process.exitCode = check();
} else {
  setUp(options);
  if (options.setup) say("Everything is there.");
  else {
    if (!options.noBuild && !options.print) build();
    process.exitCode = await boot(options);
  }
}

#!/usr/bin/env node
// The command `tsmetal`, from whatever folder it is called: the compiler's command line, bundled when it has changed.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

// npm starts a script in the folder of package.json; the paths of its arguments count from where the user stands.
if (process.env.npm_lifecycle_event === "tsmetal" && process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
process.argv.splice(2, 0, join(fileURLToPath(import.meta.url), "..", "..", "compiler", "cli.ts"));
await import("./run.mjs");

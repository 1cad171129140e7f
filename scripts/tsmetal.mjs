#!/usr/bin/env node
// The command `tsmetal`, from whatever folder it is called: the compiler's command line, bundled when it has changed.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.argv.splice(2, 0, join(fileURLToPath(import.meta.url), "..", "..", "compiler", "cli.ts"));
await import("./run.mjs");

// Generates the nasm includes of abi/*.ts.  node scripts/run.mjs scripts/generate-abi.ts [directory, by default build/abi]

import { writeAbiIncludes } from "./abi-include.ts";

process.stdout.write(`${writeAbiIncludes(process.argv[2])}\n`);

// The module `readline` of Node, as programs import it.

import * as readline from "../readline.ts";

export * from "../readline.ts";
export default readline;

// The module `fs` of Node, as programs import it.

import * as fs from "../fs.ts";

export * from "../fs.ts";
export default fs;

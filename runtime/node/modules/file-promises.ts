// The module `fs/promises` of Node, as programs import it.

import * as files from "../file-promises.ts";

export * from "../file-promises.ts";
export default files;

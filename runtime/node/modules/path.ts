// The module `path` of Node, as programs import it.

import * as path from "../path.ts";

export * from "../path.ts";
export { path as posix };
export default path;

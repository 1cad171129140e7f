// The module `child_process` of Node, as programs import it.

import * as children from "../child-process.ts";

export * from "../child-process.ts";
export default children;

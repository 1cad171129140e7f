// The module `os` of Node, as programs import it.

import * as os from "../os.ts";

export * from "../os.ts";
export default os;

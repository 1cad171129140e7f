// The module `util` of Node, as programs import it.

import * as util from "../util.ts";

export * from "../util.ts";
export default util;

// The module `util` of Node, as programs import it.

import * as util from "../value-texts.ts";

export * from "../value-texts.ts";
export default util;

// The module `timers/promises` of Node, as programs import it.

import * as timers from "../timer-promises.ts";

export * from "../timer-promises.ts";
export default timers;

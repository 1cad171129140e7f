// The module `net` of Node, as programs import it.

import * as net from "../net.ts";

export * from "../net.ts";
export default net;

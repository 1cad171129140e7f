// The module `events` of Node, as programs import it.

import { EventEmitter } from "../events.ts";

export * from "../events.ts";
export default EventEmitter;

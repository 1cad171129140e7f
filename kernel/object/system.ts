// System: the machine as an object, so that authority over it can be held, split and passed on like any other.
// Invariants: (1) one exists, for ever; init gets the first handle
// Called:     from main.ts and syscall

import { Counted } from "../memory/counted.ts";

export class System extends Counted {}

export const system: System = new System();

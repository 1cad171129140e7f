// Static members and several files: imports, exports, module variables that change, initialisation order.

import * as registry from "./registry.ts";
import { counter, increment, Registry, version } from "./registry.ts";

console.log(version, counter);
increment();
increment();
console.log(counter, registry.counter, Registry.names.join());
Registry.add("late");
console.log(Registry.names.join(), registry.Registry.count());

// Environment: the settings a program is started with, which it may change for itself and what it starts.
// Called:     by what `process.env.NAME` and its like are compiled to.

import { environmentSettings } from "tsmetal/processes";
import { NamedTexts } from "./named-texts.ts";

export class ProcessEnv extends NamedTexts {
  constructor() {
    super();
    for (const setting of environmentSettings()) {
      const end = setting.indexOf("=");
      if (end > 0) this.set(setting.slice(0, end), setting.slice(end + 1));
    }
  }
}

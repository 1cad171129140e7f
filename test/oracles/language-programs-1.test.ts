// Language programs, part 1 of 4: parts run at the same time.

import { testPrograms } from "./language-programs.ts";

testPrograms(0, 4);

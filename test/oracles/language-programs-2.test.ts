// Language programs, part 2 of 4: parts run at the same time.

import { testPrograms } from "./language-programs.ts";

testPrograms(1, 4);

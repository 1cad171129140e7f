// Language programs, part 4 of 4: parts run at the same time.

import { testPrograms } from "./language-programs.ts";

testPrograms(3, 4);

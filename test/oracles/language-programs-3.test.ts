// Language programs, part 3 of 4: parts run at the same time.

import { testPrograms } from "./language-programs.ts";

testPrograms(2, 4);

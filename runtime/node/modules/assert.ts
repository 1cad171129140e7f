// The modules `assert` and `assert/strict` of Node, as programs import them.

import * as assert from "../assert.ts";

export * from "../assert.ts";
export default assert;

// The module `url` of Node, as programs import it.

import * as url from "../url/exports.ts";

export * from "../url/exports.ts";
export default url;

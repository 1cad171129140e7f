// The module `http` of Node, as programs import it.

import * as http from "../http/http.ts";

export * from "../http/http.ts";
export default http;

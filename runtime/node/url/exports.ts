// What the module `url` of Node has, of what is here.

export { fileURLToPath, pathToFileURL } from "./file-urls.ts";
export { URL } from "./url.ts";
export { URLSearchParams } from "./url-search-params.ts";

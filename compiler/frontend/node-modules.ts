// Node's modules: which exist, and the files of runtime/node that they are.
// Invariants: (1) a module's file exports what programs may import, and nothing else
//             (2) a global of lib.node.d.ts that is declared as `typeof import("...").name` is another name for what that file exports

import { join } from "node:path";
import ts from "typescript";
import type { Profile } from "../ir/module.ts";

interface NodeModule {
  /** In runtime/node/modules. */
  readonly file: string;
  /** What of the system it stands on; the linux profile has all of it. */
  readonly needs?: "files" | "processes" | "sockets";
}

/** By the name that is imported, with `node:` in front or not. */
export const nodeModules: ReadonlyMap<string, NodeModule> = new Map(
  Object.entries({
    assert: { file: "assert.ts" },
    "assert/strict": { file: "assert.ts" },
    events: { file: "events.ts" },
    child_process: { file: "child-process.ts", needs: "processes" },
    http: { file: "http.ts", needs: "sockets" },
    net: { file: "net.ts", needs: "sockets" },
    fs: { file: "fs.ts", needs: "files" },
    process: { file: "process.ts", needs: "processes" },
    "fs/promises": { file: "file-promises.ts", needs: "files" },
    os: { file: "os.ts", needs: "processes" },
    path: { file: "path.ts", needs: "processes" },
    readline: { file: "readline.ts" },
    "timers/promises": { file: "timer-promises.ts" },
    url: { file: "url.ts", needs: "processes" },
    util: { file: "value-texts.ts" },
  } satisfies Record<string, NodeModule>),
);

const PREFIX = /^node:/;
const SERVICE = /^tsmetal\/(children|events|files|processes|sockets)$/;

/** The file that an import of one of Node's modules names. */
export function nodeModuleFile(runtimeDirectory: string, specifier: string): string | undefined {
  const service = SERVICE.exec(specifier)?.[1];
  // The services of our own system are to come; their types are the same.
  if (service !== undefined) return join(runtimeDirectory, "linux", "services", `${service}.ts`);
  const found = nodeModules.get(specifier.replace(PREFIX, ""));
  return found === undefined ? undefined : join(runtimeDirectory, "node", "modules", found.file);
}

/** What the system of this profile lacks for the module in that file of runtime/node/modules. */
export function missingService(runtimeDirectory: string, fileName: string, profile: Profile): string | undefined {
  if (profile === "linux") return undefined;
  const found = [...nodeModules.values()].find(({ file }) => join(runtimeDirectory, "node", "modules", file) === fileName);
  return found === undefined ? undefined : (found.needs ?? (profile === "kernel" ? "event loop" : undefined));
}

/** The name in a file of runtime/node that a global of the library is declared to be. */
export function aliasedName(declaration: ts.Declaration | undefined): ts.EntityName | undefined {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.type === undefined) return undefined;
  const { type } = declaration;
  return ts.isImportTypeNode(type) && type.isTypeOf ? type.qualifier : undefined;
}

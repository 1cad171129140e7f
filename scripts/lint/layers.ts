// Layers: which folder may import which, as an allow-list, and the check that it is kept.
// Invariants: (1) a folder imports itself and what its row names, nothing else; a folder without a row may import nothing
//             (2) type imports count: what a type names cannot be changed without it

import { dirname, join, normalize } from "node:path";

/** What one folder may import. A row rules its folder with all below it that has no row of its own. */
interface Layer {
  folder: string;
  /** Folders, with a trailing slash, or single files; `*` stands for one folder name. */
  imports: readonly string[];
  /** Packages by name; `node:` stands for all of Node's own. */
  packages?: readonly string[];
}

const LANGUAGE = ["tsmetal"];
const HOST = ["node:"];
const SCRIPT_PACKAGES = ["node:", "esbuild", "pngjs", "ava", "typescript", "assemblyscript"];
const TESTED = ["abi/", "runtime/", "kernel/", "daemons/", "programs/", "image/", "compiler/", "scripts/"];
const PROTOCOLS = "daemons/*/protocol.ts";

/** Kernel folders from the lowest up; each may use those before it. */
const KERNEL_ORDER = ["arch", "memory", "object", "sched", "ipc", "syscall"];
const KERNEL_BASE = ["abi/", "runtime/core/"];

const kernelLayers: Layer[] = KERNEL_ORDER.map((name, index) => ({
  folder: `kernel/${name}/`,
  imports: [...KERNEL_BASE, ...KERNEL_ORDER.slice(0, index).map((lower) => `kernel/${lower}/`)],
  packages: LANGUAGE,
}));

const compilerLayers: Layer[] = [
  { folder: "compiler/support/", imports: [] },
  // Debug information tells of the types and layouts that the IR has.
  { folder: "compiler/object/", imports: ["compiler/support/", "compiler/ir/"] },
  { folder: "compiler/debug/", imports: ["compiler/support/", "compiler/object/", "compiler/ir/"] },
  { folder: "compiler/ir/", imports: ["compiler/support/"] },
  { folder: "compiler/analysis/", imports: ["compiler/support/", "compiler/ir/"] },
  { folder: "compiler/passes/", imports: ["compiler/support/", "compiler/ir/", "compiler/analysis/"] },
  { folder: "compiler/frontend/", imports: ["compiler/support/", "compiler/ir/", "compiler/frontend/types/"] },
  {
    folder: "compiler/frontend/types/",
    imports: ["compiler/ir/", "compiler/frontend/constants.ts", "compiler/frontend/diagnostics.ts", "compiler/frontend/tags.ts"],
  },
  { folder: "compiler/target/", imports: ["compiler/support/", "compiler/object/", "compiler/ir/", "compiler/analysis/"] },
  { folder: "compiler/link/", imports: ["compiler/support/", "compiler/object/", "compiler/debug/", "compiler/target/"] },
].map((layer) => ({ ...layer, packages: layer.folder.startsWith("compiler/frontend/") ? ["node:", "typescript"] : HOST }));

export const layers: readonly Layer[] = [
  { folder: "abi/", imports: [], packages: LANGUAGE },
  { folder: "runtime/core/", imports: ["abi/"], packages: LANGUAGE },
  { folder: "runtime/heaps/", imports: ["runtime/core/"], packages: LANGUAGE },
  { folder: "runtime/user/", imports: ["abi/", "runtime/core/"], packages: LANGUAGE },
  { folder: "runtime/linux/", imports: ["runtime/core/"], packages: LANGUAGE },
  { folder: "runtime/node/", imports: ["runtime/core/"], packages: LANGUAGE },
  ...kernelLayers,
  { folder: "kernel/", imports: [...KERNEL_BASE, "kernel/"], packages: LANGUAGE },
  { folder: "daemons/*/", imports: ["abi/", "runtime/core/", "runtime/user/", PROTOCOLS], packages: LANGUAGE },
  { folder: "programs/", imports: ["abi/", "runtime/core/", "runtime/user/", PROTOCOLS], packages: LANGUAGE },
  { folder: "image/", imports: ["abi/"] },
  ...compilerLayers,
  // The disassembler reads the stack use of assembly; nothing that compiles needs it.
  { folder: "compiler/", imports: ["compiler/"], packages: [...HOST, "iced-x86"] },
  { folder: "scripts/", imports: ["compiler/", "image/", "abi/"], packages: SCRIPT_PACKAGES },
  { folder: "test/", imports: TESTED, packages: [...SCRIPT_PACKAGES, "fast-check", "iced-x86"] },
];

/** Folders below test/ whose files are programs of our language, free to import what they try out. */
const TEST_PROGRAMS = /^test\/(?:.*\/)?(?:language|guest|programs|reject|accept|bench|fixtures)\//;

/** The only file that may have TypeScript read and check a program; the rest of the front end looks at the nodes it gives. */
const TYPESCRIPT_USER = "compiler/frontend/load.ts";
const PROGRAM_INTERFACE =
  /\bts\.(?:create(?:Program|CompilerHost|SourceFile|LanguageService|IncrementalProgram)|sys|transpile\w*|resolveModuleName)\b/;

/** One import that its file's layer does not allow. */
export interface Violation {
  file: string;
  line: number;
  message: string;
}

/** One import statement as it stands in a file. */
interface ImportStatement {
  line: number;
  specifier: string;
}

const IMPORT_STATEMENT = /^\s*(?:import|export)\s+(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Programs that tests hold in template strings import for themselves; the lines stay where they are. */
function withoutTemplates(text: string): string {
  return text.replace(/`(?:\\.|[^`\\])*`/gs, (template) => template.replace(/[^\n]/g, " "));
}

function importsOf(source: string): ImportStatement[] {
  const text = withoutTemplates(source);
  return [...text.matchAll(IMPORT_STATEMENT)].map((match) => ({
    line: text.slice(0, match.index + match[0].search(/\S/)).split("\n").length,
    specifier: match[1] ?? match[2] ?? "",
  }));
}

function pathPattern(path: string): RegExp {
  const quoted = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+");
  return new RegExp(path.endsWith("/") ? `^${quoted}` : `^${quoted}$`);
}

/** The row of the innermost folder. */
function layerOf(file: string): Layer | undefined {
  const matching = layers.filter((layer) => pathPattern(layer.folder).test(file));
  return matching.sort((left, right) => right.folder.length - left.folder.length)[0];
}

/** The folder itself, with `*` read as the file's own: one daemon does not reach into another. */
function ownFolder(layer: Layer, file: string): string {
  return pathPattern(layer.folder).exec(file)?.[0] ?? layer.folder;
}

function checkPackage(_file: string, layer: Layer, statement: ImportStatement): string | undefined {
  const name = statement.specifier.startsWith("node:") ? "node:" : (statement.specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? "");
  return layer.packages?.includes(name) === true ? undefined : `${layer.folder} may not use the package ${statement.specifier}`;
}

function checkProgramInterface(file: string, text: string): Violation[] {
  if (!file.startsWith("compiler/") || file === TYPESCRIPT_USER) return [];
  return text.split("\n").flatMap((content, index) => {
    const use = PROGRAM_INTERFACE.exec(content)?.[0];
    return use === undefined ? [] : [{ file, line: index + 1, message: `only ${TYPESCRIPT_USER} may use ${use}` }];
  });
}

function checkFile(file: string, layer: Layer, statement: ImportStatement): string | undefined {
  const target = normalize(join(dirname(file), statement.specifier));
  const own = ownFolder(layer, file);
  const isInside = target.startsWith(own) && layerOf(target)?.folder === layer.folder;
  if (isInside || layer.imports.some((allowed) => pathPattern(allowed).test(target))) return undefined;
  const allowed = layer.imports.length === 0 ? "nothing outside itself" : `only itself and ${layer.imports.join(", ")}`;
  return `${own} may not import ${target}; it may import ${allowed}`;
}

/** Every import of one file that breaks the order of the layers. Paths are relative to the repository, with slashes. */
export function checkLayers(file: string, text: string): Violation[] {
  if (TEST_PROGRAMS.test(file)) return [];
  const layer = layerOf(file);
  if (layer === undefined) return [];
  const imports = importsOf(text).flatMap((statement) => {
    const check = statement.specifier.startsWith(".") ? checkFile : checkPackage;
    const message = check(file, layer, statement);
    return message === undefined ? [] : [{ file, line: statement.line, message }];
  });
  return [...imports, ...checkProgramInterface(file, text)];
}

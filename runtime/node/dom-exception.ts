// DOM exceptions: errors of the web, with a name out of a list.
// Manual:     WHATWG "Web IDL", DOMException names.

const codes = new Map<string, number>([
  ["IndexSizeError", 1],
  ["HierarchyRequestError", 3],
  ["WrongDocumentError", 4],
  ["InvalidCharacterError", 5],
  ["NoModificationAllowedError", 7],
  ["NotFoundError", 8],
  ["NotSupportedError", 9],
  ["InUseAttributeError", 10],
  ["InvalidStateError", 11],
  ["SyntaxError", 12],
  ["InvalidModificationError", 13],
  ["NamespaceError", 14],
  ["InvalidAccessError", 15],
  ["TypeMismatchError", 17],
  ["SecurityError", 18],
  ["NetworkError", 19],
  ["AbortError", 20],
  ["URLMismatchError", 21],
  ["QuotaExceededError", 22],
  ["TimeoutError", 23],
  ["InvalidNodeTypeError", 24],
  ["DataCloneError", 25],
]);

interface Options {
  name?: string;
  cause?: unknown;
}

export class DOMException extends Error {
  /** The cell of the library's errors for what their class is called. */
  private readonly "#kind": string;

  constructor(message: string = "", options: string | Options = "Error") {
    super(message);
    if (typeof options === "string") this["#kind"] = options;
    else {
      this["#kind"] = options.name ?? "Error";
      if (options.cause !== undefined) this.cause = options.cause;
    }
  }

  /** 0 for names that have come later. */
  get code(): number {
    return codes.get(this.name) ?? 0;
  }
}

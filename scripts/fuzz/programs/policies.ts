// Policies: what a random program is mostly about. Each says how much more often than usual it wants some of the rules and types.

export const policyNames = [
  "mixed",
  "loops",
  "integers",
  "closures",
  "classes",
  "exceptions",
  "strings",
  "aliasing",
  "collections",
  "generics",
  "patterns",
  "unions",
  "generators",
  "async",
  "machine",
] as const;
export type PolicyName = (typeof policyNames)[number];

/** What rules and types are about. */
export type Subject =
  | "flow"
  | "loop"
  | "integer"
  | "float"
  | "closure"
  | "class"
  | "exception"
  | "string"
  | "alias"
  | "collection"
  | "generic"
  | "pattern"
  | "union"
  | "generator"
  | "async"
  | "machine";

const favourites: Record<PolicyName, readonly Subject[]> = {
  mixed: [],
  loops: ["loop", "flow", "integer"],
  integers: ["integer", "float"],
  closures: ["closure", "loop"],
  classes: ["class"],
  exceptions: ["exception", "flow"],
  strings: ["string"],
  aliasing: ["alias", "class", "collection"],
  collections: ["collection"],
  generics: ["generic", "closure", "class"],
  patterns: ["pattern", "alias"],
  unions: ["union", "class"],
  generators: ["generator", "loop", "exception"],
  async: ["async", "exception", "closure"],
  machine: ["machine", "loop"],
};

const FAVOURED = 5;

/** How much more often the policy wants what is about the subject. */
export function weightOf(policy: PolicyName, subject: Subject): number {
  if (subject === "machine") return policy === "machine" ? FAVOURED : 0;
  if (policy === "machine" && (subject === "generator" || subject === "async")) return 0;
  return favourites[policy].includes(subject) ? FAVOURED : 1;
}

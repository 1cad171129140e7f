// Booleans: their text.

/** @exportName tsm_bool_to_string */
export function toString(self: boolean): string {
  return self ? "true" : "false";
}

// Utilities: Node's module `util`, as far as it is about texts of values. The compiler makes these from the types of what they are given.
// Manual:     Node "Util".

export interface InspectOptions {
  /** Levels of what is inside that are shown; all of them where it is null. A constant. */
  depth?: number | null;
}

/**
 * The text that the console shows of the value inside of others.
 * @derived
 */
export declare function inspect(value: unknown, options?: InspectOptions): string;

/**
 * The line that the console shows of the values.
 * @derived
 */
export declare function format(...values: unknown[]): string;

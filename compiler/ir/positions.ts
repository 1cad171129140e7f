// Positions: places in the sources, by number, each with the chain of inlined calls through which its code came into its function.
// Invariants: (1) position 0 is "none": no file, line 0; scope 0 is "not inlined": the function's own code
//             (2) equal places have equal numbers; a scope's number is above that of every scope its call position is in

export interface Position {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The innermost inlined body that the code belongs to, or 0. */
  readonly scope: number;
}

/** A function's body that stands in another function in place of a call. */
export interface InlineScope {
  readonly functionName: string;
  /** Where the call was; in the scope of the caller, if that is an inlined body too. */
  readonly callPosition: number;
}

/** What the names of the runtime's own files begin with, and no other file's. */
export const RUNTIME_PREFIX = "runtime/";

/** More than a line of source has. */
const COLUMNS_MAX = 2 ** 22;

export class PositionTable {
  private readonly positions: Position[] = [{ file: "", line: 0, column: 0, scope: 0 }];
  private readonly fileNumbers = new Map<string, number>();
  /** By scope, by file, by line and column. */
  private readonly positionNumbers: (Map<number, number> | undefined)[][] = [];
  /** What `within` answered: by scope, by position. */
  private readonly moved: Map<number, number>[] = [];
  private readonly scopes: InlineScope[] = [{ functionName: "", callPosition: 0 }];
  /** By the call's position, by the function's name. */
  private readonly scopeNumbers = new Map<number, Map<string, number>>();

  intern(file: string, line: number, column: number, scope: number): number {
    if (line === 0) return 0;
    const places = this.placesIn(file, scope);
    const key = line * COLUMNS_MAX + column;
    let number = places.get(key);
    if (number === undefined) {
      number = this.positions.push({ file, line, column, scope }) - 1;
      places.set(key, number);
    }
    return number;
  }

  private placesIn(file: string, scope: number): Map<number, number> {
    let fileNumber = this.fileNumbers.get(file);
    if (fileNumber === undefined) {
      fileNumber = this.fileNumbers.size;
      this.fileNumbers.set(file, fileNumber);
    }
    this.positionNumbers[scope] ??= [];
    let places = this.positionNumbers[scope][fileNumber];
    if (places === undefined) {
      places = new Map();
      this.positionNumbers[scope][fileNumber] = places;
    }
    return places;
  }

  internScope(scope: InlineScope): number {
    let numbers = this.scopeNumbers.get(scope.callPosition);
    if (numbers === undefined) {
      numbers = new Map();
      this.scopeNumbers.set(scope.callPosition, numbers);
    }
    let number = numbers.get(scope.functionName);
    if (number === undefined) {
      number = this.scopes.push(scope) - 1;
      numbers.set(scope.functionName, number);
    }
    return number;
  }

  at(position: number): Position {
    return this.positions[position];
  }

  scopeAt(scope: number): InlineScope {
    return this.scopes[scope];
  }

  /** The same place, one inlining further out: what was the function's own code now belongs to the scope. */
  within(position: number, scope: number): number {
    this.moved[scope] ??= new Map();
    let number = this.moved[scope].get(position);
    if (number === undefined) {
      const { file, line, column, scope: own } = this.positions[position];
      number = this.intern(file, line, column, this.scopeWithin(own, scope));
      this.moved[scope].set(position, number);
    }
    return number;
  }

  /** The same for a scope. */
  scopeWithin(own: number, scope: number): number {
    if (own === 0) return scope;
    const { functionName, callPosition } = this.scopes[own];
    return this.internScope({ functionName, callPosition: this.within(callPosition, scope) });
  }
}

// Errors: the classes that programs throw and extend.

export class Error {
  name: string = "Error";
  message: string;

  constructor(message: string = "") {
    this.message = message;
  }

  toString(): string {
    return this.message === "" ? this.name : `${this.name}: ${this.message}`;
  }
}

export class RangeError extends Error {
  override name: string = "RangeError";
}

export class TypeError extends Error {
  override name: string = "TypeError";
}

// Objects of JSON whose properties are known only when the program runs: what JSON.parse makes where unknown is wanted.
// Called:     by the slots that the compiler fills for the class: members that programs name are asked of it by their names.

import { inOrderOfKeys } from "../collections/key-order.ts";
import { Map } from "../collections/map.ts";

export class JsonObject {
  private readonly properties: Map<string, unknown> = new Map<string, unknown>();

  has(name: string): boolean {
    return this.properties.has(name);
  }

  get(name: string): unknown {
    return this.properties.get(name);
  }

  set(name: string, value: unknown): void {
    this.properties.set(name, value);
  }

  delete(name: string): void {
    this.properties.delete(name);
  }

  names(): string[] {
    const result: string[] = [];
    this.properties.forEach((_, name) => {
      result.push(name);
    });
    return inOrderOfKeys(result);
  }

  values(): unknown[] {
    const result: unknown[] = [];
    for (const name of this.names()) result.push(this.get(name));
    return result;
  }
}

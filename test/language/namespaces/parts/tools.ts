export namespace Text {
  export const shout = (text: string): string => text.toUpperCase() + mark;
  export function whisper(text: string): string {
    return text.toLowerCase();
  }
  const mark = "!";
}

export namespace Units {
  export interface Unit {
    readonly name: string;
    readonly size: number;
  }
  export namespace Metric {
    export const metre = 1;
  }
  export let factor = 10;
  export function convert(value: number): number {
    return value * factor * Metric.metre;
  }
  export class Ruler {
    constructor(private readonly unit: Unit) {}
    measure(count: number): string {
      return `${count} ${this.unit.name} = ${(count * this.unit.size).toFixed(2)}`;
    }
  }
}

export const arrow = (n: number): number => n * 2;
export function maker(): (n: number) => number {
  return (n) => n + Units.Metric.metre;
}

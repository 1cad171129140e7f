// Objects of literals in a mapped type, called by names that are known when the program runs: each takes the value of its own name.

interface Codec<T> {
  encode(value: T): string;
  decode(text: string): T;
}
const number: Codec<number> = { encode: (value) => String(value), decode: (text) => Number(text) };
const string: Codec<string> = { encode: (value) => value, decode: (text) => text };
const list = <T>(item: Codec<T>): Codec<T[]> => ({
  encode: (value) => value.map((each) => item.encode(each)).join(","),
  decode: (text) => text.split(",").map((part) => item.decode(part)),
});
class Flag implements Codec<boolean> {
  encode(value: boolean): string {
    return value ? "y" : "n";
  }
  decode(text: string): boolean {
    return text === "y";
  }
}

type Fields<T extends object> = { readonly [K in keyof T]: Codec<T[K]> };
type TypeOf<C> = C extends Codec<infer T> ? T : never;

function struct<T extends object>(fields: Fields<T>): Codec<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return {
    encode: (value) => names.map((name) => fields[name].encode(value[name])).join(";"),
    decode: (text) => {
      const parts = text.split(";");
      const result = {} as T;
      for (const [index, name] of names.entries()) result[name] = fields[name].decode(parts[index]);
      return result;
    },
  };
}

const person = struct<{ name: string; age: number; tags: string[]; admin: boolean }>({
  name: string,
  age: number,
  tags: list(string),
  admin: new Flag(),
});
const text = person.encode({ name: "Ann", age: 33, tags: ["a", "b"], admin: true });
console.log(text, person.decode(text));
const point = struct({ x: number, label: string });
const made: TypeOf<typeof point> = point.decode("4;four");
console.log(made, made.x + 1, point.encode(made));

const either = [number, string].map((codec) => codec as Codec<number | string>);
console.log(either[0].encode(5), either[1].encode("five"));

// A recursive type that goes through an interface of arrays and a class, met first at any of its parts.
type Json = null | number | string | JsonArray | JsonObject;
interface JsonArray extends Array<Json> {}
class JsonObject {
  private readonly members = new Map<string, Json>();
  set(name: string, value: Json): this {
    this.members.set(name, value);
    return this;
  }
  get(name: string): Json | undefined {
    return this.members.get(name);
  }
  get values(): JsonArray {
    return [...this.members.values()];
  }
}
function list(depth: number): JsonArray {
  const result: JsonArray = [depth];
  if (depth > 0) result.push(value(depth - 1), "end");
  return result;
}
function value(depth: number): Json {
  return depth % 2 === 0 ? list(depth) : new JsonObject().set("inner", list(depth - 1)).set("none", null);
}
function size(json: Json | undefined): number {
  if (json instanceof JsonObject) return size(json.values) + size(json.get("none"));
  if (Array.isArray(json)) return 1 + json.reduce<number>((sum, item) => sum + size(item), 0);
  return 1;
}
console.log(size(list(0)), size(value(1)), size(list(4)), list(0), size(null));

// Object.hasOwn with constant and computed names, and objects of classes.
interface Config {
  host: string;
  port?: number;
}
const full: Config = { host: "a", port: 1 };
const short: Config = { host: "b" };
for (const name of ["host", "port", "toString", ""]) console.log(name, Object.hasOwn(full, name), Object.hasOwn(short, name));
class Base {
  own = 1;
  method(): number {
    return this.own;
  }
}
class Derived extends Base {
  extra = "x";
}
const object: Base = new Derived();
console.log(
  Object.hasOwn(object, "own"),
  Object.hasOwn(object, "extra"),
  Object.hasOwn(object, "method"),
  Object.hasOwn(new Base(), "extra"),
);
console.log(object.method(), Object.hasOwn({ a: undefined }, "a"));

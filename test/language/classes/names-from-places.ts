// The name of a class or function without one of its own: that of the place it is given to.

const anonymous = class {};
const parts = { inner: class {}, call: () => 1, "in-quotes": class {} };
class Base {
  constructor() {
    console.log(`made: "${new.target.name}"`);
  }
}
class Derived extends Base {}
const Given = class extends Base {};
const Own = class Inner extends Base {};
function plain(): void {}

console.log(anonymous.name, parts.inner.name, parts["in-quotes"].name, Base.name, Derived.name, Given.name, Own.name, plain.name);
new Base();
new Derived();
new Given();
new Own();
new (class extends Base {})();
console.log(parts.call);

// Object.assign into a literal makes an object that has the properties of all.

interface Config {
  host: string;
  port: number;
  tags: string[];
  tls?: boolean;
}
const defaults: Config = { host: "localhost", port: 80, tags: [] };
function load(options: Partial<Config>): Config {
  return Object.assign({}, defaults, options);
}
console.log(load({ port: 8080 }), load({ tls: true }), load({}) === defaults, load({}).tags === defaults.tags);
const box = Object.assign({}, { width: 80 }, { x: 1, y: 2 });
console.log(box, box.width + box.x);
const tagged = Object.assign({ kind: "box", x: 0 }, box);
console.log(tagged, Object.keys(tagged));
console.log(Object.assign(defaults, { port: 81 }) === defaults, defaults.port, Object.assign({}));
const state = { count: 0, name: "s" };
console.log(Object.assign({}, state, { count: state.count + 1 }), state);

class Shape {
  sides = 3;
  name = "triangle";
  constructor(given: Partial<Shape> = {}) {
    Object.assign(this, given);
  }
  describe(): string {
    return `${this.name} of ${this.sides}`;
  }
}
console.log(new Shape({ sides: 4, name: "square" }).describe(), new Shape().describe(), new Shape(new Shape({ sides: 9 })).describe());

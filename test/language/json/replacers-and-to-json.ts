// A value's toJSON is asked before the function that replaces values, and not of what that function gives.

class Money {
  constructor(readonly cents: number) {}
  toJSON(key: string): unknown {
    return { of: key, cents: this.cents };
  }
}

class Celsius {
  constructor(readonly degrees: number) {}
}

const order = { price: new Money(250), when: new Date(0), warm: new Celsius(21), list: [new Money(1), new Celsius(2)] };
console.log(JSON.stringify(order, (_, value) => value));
console.log(JSON.stringify(order, (key, value) => (key === "when" && typeof value === "string" ? value.slice(0, 4) : value)));
console.log(JSON.stringify(order, (_, value) => (value instanceof Celsius ? `${value.degrees}C` : value)));
console.log(JSON.stringify({ cold: true }, (key, value) => (key === "cold" ? new Date(1000) : value)) === '{"cold":{}}');
console.log(JSON.stringify([1, 2], (key, value) => (key === "0" ? new Celsius(5) : value)));
console.log(JSON.stringify(new Money(3), (key, value) => (key === "cents" ? -1 : value)));

// What a reviver gives must have the type that the place wants. Node does not look.

interface Item {
  kind: "small" | "large";
  size: number;
}
interface Order {
  at: Date;
  items: Item[];
  pair?: [string, number];
  either?: { t: "a"; x: number } | { t: "b"; y: number };
}

function tryOrder(text: string): void {
  try {
    const order: Order = JSON.parse(text, (key, value) => {
      if (key === "at" && typeof value === "string") return new Date(value);
      return key === "size" && value === 0 ? "none" : value;
    });
    console.log(order.items.length, order.pair, order.either);
  } catch (error) {
    console.log(String(error));
  }
}

tryOrder('{"at":"2020-01-01","items":[]}');
tryOrder('{"at":5,"items":[]}');
tryOrder('{"at":"2020-01-01","items":[{"kind":"small","size":1},{"kind":"small","size":0}]}');
tryOrder('{"at":"2020-01-01","items":[{"kind":"huge","size":1}]}');
tryOrder('{"at":"2020-01-01","items":[{"kind":"large"}]}');
tryOrder('{"at":"2020-01-01","items":{}}');
tryOrder('{"at":"2020-01-01","items":[],"pair":["x",2]}');
tryOrder('{"at":"2020-01-01","items":[],"pair":["x"]}');
tryOrder('{"at":"2020-01-01","items":[],"pair":["x",2,3]}');
tryOrder('{"at":"2020-01-01","items":[],"either":{"t":"b","y":2}}');
tryOrder('{"at":"2020-01-01","items":[],"either":{"t":"c","y":2}}');
tryOrder("null");

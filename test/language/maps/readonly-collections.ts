// Maps and sets that may only be read, by their types.

interface Catalogue {
  readonly prices: ReadonlyMap<string, number>;
  readonly sold: ReadonlySet<string>;
}

function report({ prices, sold }: Catalogue): string[] {
  const lines: string[] = [];
  for (const [name, price] of prices) lines.push(`${name}: ${price}${sold.has(name) ? " (sold)" : ""}`);
  return lines;
}

const prices = new Map([
  ["pen", 2],
  ["ink", 5],
]);
const catalogue: Catalogue = { prices, sold: new Set(["ink"]) };
console.log(report(catalogue), catalogue.prices.size, catalogue.prices.get("pen"), catalogue.prices.has("cap"));
prices.set("cap", 1);
console.log([...catalogue.prices.keys()].join(), [...catalogue.sold.values()].length, [...catalogue.prices.entries()].length);
catalogue.prices.forEach((price, name) => console.log(name, price));
const same: ReadonlyMap<string, number> = prices;
console.log(same === catalogue.prices, new Set<string>(catalogue.sold).size);

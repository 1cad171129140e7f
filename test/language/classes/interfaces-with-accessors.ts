// Members of interfaces reached by fields, getters, methods and function fields of unrelated classes.

interface Gauge {
  readonly level: number;
  name: string;
  refill(amount: number): number;
}
class Tank implements Gauge {
  level = 1;
  name = "tank";
  refill(amount: number): number {
    this.level += amount;
    return this.level;
  }
}
class Battery implements Gauge {
  private charge = 10;
  private shown = "battery";
  get level(): number {
    return this.charge / 10;
  }
  get name(): string {
    return this.shown.toUpperCase();
  }
  set name(value: string) {
    this.shown = `<${value}>`;
  }
  refill(amount: number): number {
    this.charge += amount * 10;
    return this.level;
  }
}
const gauges: Gauge[] = [new Tank(), { level: 9, name: "literal", refill: (amount) => amount }];
for (const gauge of gauges) {
  gauge.name += "!";
  console.log(gauge.name, gauge.refill(2), gauge.level);
}
const battery = new Battery();
battery.name = "b";
console.log(battery.name, battery.level);
const [tank] = gauges;
console.log(tank.refill(0) > 2, gauges.map(({ name }) => name.length).join());

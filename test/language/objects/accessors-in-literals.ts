// Getters and setters in object literals, over a closure's variable and over other properties.

function makeTemperature(start: number) {
  let celsius = start;
  return {
    get celsius(): number {
      return celsius;
    },
    set celsius(value: number) {
      celsius = value;
    },
    get fahrenheit(): number {
      return celsius * 1.8 + 32;
    },
    set fahrenheit(value: number) {
      this.celsius = (value - 32) / 1.8;
    },
    label: "t",
  };
}
const temperature = makeTemperature(100);
console.log(temperature.celsius, temperature.fahrenheit);
temperature.fahrenheit = 50;
console.log(temperature.celsius, temperature.label);
temperature.celsius += 5;
temperature.celsius++;
console.log(temperature.celsius, temperature.fahrenheit.toFixed(1));

interface Named {
  readonly full: string;
  first: string;
}
const person: Named = {
  first: "Ada",
  get full() {
    return `${this.first} L.`;
  },
};
person.first = "Eva";
console.log(person.full);

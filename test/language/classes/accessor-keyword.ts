// `accessor` fields: a getter and a setter over a private place, in classes and statically.

class Thermostat {
  accessor degrees = 20;
  accessor label: string = "room";
  static accessor made = 0;
  constructor() {
    Thermostat.made++;
  }
}
class Loud extends Thermostat {
  override accessor label = "LOUD";
}

const one = new Thermostat();
one.degrees += 1.5;
console.log(one.degrees, one.label, Thermostat.made);
const two: Thermostat = new Loud();
two.label += "!";
console.log(two.label, two.degrees--, two.degrees, Thermostat.made);

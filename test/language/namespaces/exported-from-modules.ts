// Namespaces that other files export, under their names and others, and files imported as namespaces beside them.
import * as parts from "./parts/tools.ts";
import { Text as T, Text, Units } from "./parts/tools.ts";

console.log(Text.shout("a"), T.shout("b"), parts.Text.shout("c"));
console.log(Units.Metric.metre, parts.Units.Metric.metre, Units.convert(3));
Units.factor = 100;
console.log(Units.convert(3), parts.Units.factor);
const unit: Units.Unit = { name: "yard", size: Units.Metric.metre * 0.9144 };
console.log(unit.name, unit.size, new parts.Units.Ruler(unit).measure(2));
const shouts: ((text: string) => string)[] = [Text.shout, parts.Text.whisper];
console.log(shouts.map((shout) => shout("Word")).join());
console.log(parts.arrow(2), parts.maker()(3));

// Members that are fractions make the enum one of numbers; a member without a value is one more than that before it.
enum Scale {
  Half = 0.5,
  Full = 1,
  OneAndAHalf = Full + Half,
  Next,
  Negative = -2.25,
  Big = 1e21,
  Nothing = 0 / 0,
  Zero = -0.0,
}

console.log(Scale.Half, Scale.Full, Scale.OneAndAHalf, Scale.Next, Scale.Negative, Scale.Big);
console.log(Scale[0.5], Scale[1], Scale[2.5], Scale[-2.25], Scale[1e21], Scale[0], Scale[NaN], Scale[7]);

function nameOf(scale: Scale): string {
  switch (scale) {
    case Scale.Half:
      return "half";
    case Scale.Full:
      return "full";
    default:
      return `other ${scale}`;
  }
}
console.log(nameOf(Scale.Half), nameOf(Scale.Full), nameOf(Scale.Next));

const scales = [Scale.Half, Scale.OneAndAHalf, Scale.Negative];
console.log(scales.map((scale) => scale * 2).join(), Math.max(...scales), scales.includes(Scale.OneAndAHalf));
console.log(scales.map((scale) => Scale[scale]).join());
for (const value of [0.25, 0.5, 2, -0, NaN, 1.5]) console.log(value, Scale[value] ?? "no name");

const total: number = scales.reduce((sum: number, scale) => sum + scale, 0);
console.log(total, Scale.Half + Scale.Half === Scale.Full, Scale.Big > Scale.Full);
const byScale = new Map<Scale, string>([
  [Scale.Half, "h"],
  [Scale.Negative, "n"],
]);
console.log(byScale.get(Scale.Half), byScale.get(Scale.Full), byScale.size);

const enum Angle {
  Right = 1.5707963,
  Straight = Right * 2,
}
console.log(Angle.Straight, Angle.Right < Angle.Straight);
console.log(Number.isNaN(Scale.Nothing), Object.is(Scale.Zero, -0), `${Scale.Zero}`);

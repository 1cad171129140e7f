// Switch: fall through, default in the middle, switch over strings, no match.

function kind(value: number): string {
  let text = "";
  switch (value) {
    case 1:
      text += "one ";
    case 2:
      text += "two ";
      break;
    default:
      text += "other ";
    case 3:
      text += "three ";
      break;
    case 4:
      return "four";
  }
  return text + "end";
}
for (let i = 0; i < 6; i++) console.log(i, kind(i));

function color(name: string): number {
  switch (name) {
    case "red":
      return 0xff0000;
    case "green":
      return 0x00ff00;
    case "blue":
      return 0x0000ff;
    default:
      return -1;
  }
}
console.log(color("red"), color("green"), color("blue"), color("bl" + "ue"), color("Red"));

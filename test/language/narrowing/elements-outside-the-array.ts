// Where the declared type has undefined, what is read outside an array is undefined, though the checker narrows to the element's type.
class Part {
  n = 1;
}

type Maybe = Part | null | undefined;
const parts: (Part | null)[] = [new Part(), null];
const shown = (part: Maybe): string => (part === undefined ? "undefined" : part === null ? "null" : `part ${part.n}`);

const direct: Maybe = parts[9];
console.log(direct === undefined, direct === null, shown(parts[1]), shown(parts[0]));
const chosen: Maybe = parts.length > 100 ? parts[0] : parts[3];
console.log(chosen === undefined, chosen === null);
let given: Maybe;
const chained: Maybe = (given = parts[12]);
console.log(chained === undefined, given === undefined);
given = parts[1] ?? parts[7];
console.log(given === undefined, typeof given);
given = parts.length > 0 && parts[0] ? parts[8] : null;
console.log(shown(given));

class Holder {
  held: Maybe = null;
  other?: Part | null = null;
}
const holder = new Holder();
console.log(holder.held === undefined, holder.held === null, holder.other === null);
holder.held = parts[9];
console.log(holder.held === undefined, holder.held === null);
if (holder.held) console.log("not here");
holder.held = parts[1];
if (holder.held === null) console.log("null it is");
console.log(shown(holder.held));

const numbers: (number | null)[] = [4, null];
const far: number | null | undefined = numbers.length === 2 ? numbers[5] : numbers[0];
console.log(far === undefined, far === null, far ?? "nothing");
const texts: string[] = ["a"];
const text: string | undefined = texts.length > 0 ? texts[3] : "b";
console.log(text === undefined, `${text}`, text?.length);
const letter: string | null | undefined = "abc"[9];
console.log(letter === undefined);
const results: Maybe[] = [parts[7], parts[1], parts[0]];
console.log(results.map(shown).join(", "));

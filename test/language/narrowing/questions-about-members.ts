// Questions about values of several types, and about what may not be there.

const LIST = ["a", "b", "c"] as const;
type Name = (typeof LIST)[number];
const isName = (text: string | undefined): text is Name => LIST.includes(text as Name);
console.log(isName("a"), isName("z"), isName(undefined), LIST.indexOf(undefined as string | undefined as Name));

interface Option {
  value?: (() => string) | string | null;
  otherwise: string;
}
const valueOf = (option: Option): string => (typeof option.value === "function" ? option.value() : (option.value ?? option.otherwise));
const either = ({ value, otherwise }: Option): string => (typeof value === "function" ? value() : value || otherwise);
const options: Option[] = [
  { otherwise: "d" },
  { value: "s", otherwise: "d" },
  { value: () => "called", otherwise: "d" },
  { value: null, otherwise: "n" },
];
for (const option of options) console.log(valueOf(option), either(option));

const mixed: (string | number)[] = ["q", "rs"];
if (mixed.every((one): one is string => typeof one === "string")) {
  console.log(mixed.map((one) => one.length).join(), mixed[1].toUpperCase());
  const texts: string[] = mixed;
  console.log(texts.length, texts === mixed, texts[0].repeat(2));
}
const maybe: readonly (number | null)[] = [1, 2];
if (maybe.every((one): one is number => one !== null)) console.log(maybe.reduce((a, b) => a + b, 0));

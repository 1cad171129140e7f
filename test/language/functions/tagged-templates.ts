// Tagged templates: the texts between, raw texts, and the values; String.raw.

function join(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  let result = texts[0];
  values.forEach((value, index) => {
    result += `<${value}>${texts[index + 1]}`;
  });
  return result;
}
function count(texts: TemplateStringsArray): number {
  return texts.length;
}
const tags = { upper: (texts: TemplateStringsArray, name: string): string => texts.join("_") + name.toUpperCase() };

const n = 5;
console.log(join`a${n}b${"c"}d`, join`${1}${2}`, join`plain`);
console.log(count``, count`x`, tags.upper`hi ${"ada"}!`);
console.log(String.raw`line\n${n}\t`, String.raw`\\`.length);

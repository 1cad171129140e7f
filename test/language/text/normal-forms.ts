// Normal forms: texts that look alike are equal in one of the four forms, with marks in order and syllables of Hangul made of letters.

const texts = [
  "plain",
  "caf\u00e9",
  "cafe\u0301",
  "a\u0323\u0302 a\u0302\u0323 \u1ead",
  "\u1e9b\u0323",
  "\ufb03 \u00bd \u2126 \u212b x\u00b2",
  "\ud55c\uae00",
  "\u1112\u1161\u11ab",
  "\u0344\u0958 \u{1d15e}",
  "\uff76\uff9e\u30ab\u3099",
  "\u0f73\u0f71 \u05b0\u0591",
  "lone \ud800 e\u0301",
  "\u0301 first",
];
const forms = ["NFC", "NFD", "NFKC", "NFKD"] as const;
for (const text of texts) console.log(forms.map((form) => unitsOf(text.normalize(form))).join(" | "));

function unitsOf(text: string): string {
  return Array.from(text, (point) => point.codePointAt(0)?.toString(16)).join(" ");
}

console.log("caf\u00e9".normalize() === "cafe\u0301".normalize(), "\u00c5ngstr\u00f6m".normalize("NFD").replaceAll("\u030a", ""));
const wanted: string = "NFX";
try {
  console.log("\u00e9".normalize(wanted as "NFC"));
} catch (error) {
  console.log(error instanceof RangeError && error.message);
}

// Letter case: upper and lower case beyond ASCII: letters that become several, that depend on their place, outside the first plane.

const texts = [
  "ﬁne ﬂow",
  "ŉ ǰ ΐ",
  "ΟΔΥΣΣΕΥΣ ΣΑΣ Σ ΑΣ. ΑΣ'Σ",
  "İstanbul IĞDIR",
  "ǅ ǆ Ǆ",
  "Привет, МИР",
  "ÿ Ÿ µ",
  "𐐀𐐨 𐓘",
  "ᾳ ᾼ ὖ",
  "日本 ß ẞ",
  "\0a\0Ⓐⓐ",
  "Æther Œuvre Ǿ",
  "\ud800x",
];
for (const text of texts) console.log(text.toUpperCase(), text.toLowerCase(), text.toUpperCase().length, text.toLowerCase().length);

// String search: indexOf and its family, with positions outside the text.

const text = "the rain in Spain stays mainly in the plain";
console.log(
  text.indexOf("ain"),
  text.indexOf("ain", 6),
  text.indexOf("ain", -5),
  text.indexOf("xyz"),
  text.indexOf(""),
  text.indexOf("", 100),
);
console.log(text.lastIndexOf("ain"), text.lastIndexOf("ain", 20), text.lastIndexOf("the", 0), text.lastIndexOf("", 5));
console.log(text.includes("Spain"), text.includes("spain"), text.includes("the", 1), text.includes(""));
console.log(
  text.startsWith("the"),
  text.startsWith("rain", 4),
  text.endsWith("plain"),
  text.endsWith("Spain", 17),
  text.startsWith("", 99),
);
console.log("aaaa".indexOf("aa", 1), "aaaa".lastIndexOf("aa"), "".indexOf("a"), "abc".indexOf("abcd"));
console.log("ünïcödé".indexOf("ö"), "日本語テキスト".indexOf("テキ"), "日本".includes("a"));

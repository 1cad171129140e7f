// A query string made and read.
const query: [string, string][] = [
  ["name", "Ann & Bob"],
  ["q", "a=b"],
  ["empty", ""],
  ["sign", "100%"],
  ["word", "naïve 😀"],
];
const text = query.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join("&");
console.log(text);
const read = new Map<string, string>();
for (const part of text.split("&")) {
  const at = part.indexOf("=");
  read.set(decodeURIComponent(part.slice(0, at)), decodeURIComponent(part.slice(at + 1)));
}
console.log(
  read,
  query.every(([key, value]) => read.get(key) === value),
);

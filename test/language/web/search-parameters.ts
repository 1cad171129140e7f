// Search parameters: by themselves, from texts, objects and pairs, and as a part of an address that changes with them.

const query = new URLSearchParams("?a=1&b=two+words&a=%C3%A9&flag&=empty&&c=%zz");
console.log(query, query.size, query.get("a"), query.getAll("a"), query.get("none"), query.has("flag"), query.has("a", "2"));
query.append("d", "ü&=+~*");
query.set("a", "only");
query.delete("c");
query.delete("b", "other");
query.sort();
console.log(query.toString());

console.log(new URLSearchParams({ page: "2", name: "a b" }).toString());
const pairs: [string, string][] = [
  ["x", "1"],
  ["x", "2"],
];
console.log(`${new URLSearchParams(pairs)} ${new URLSearchParams(new Map([["k", "v"]]))} ${new URLSearchParams([["y", "3"]])}`);
console.log(new URLSearchParams(query).toString() === String(query), new URLSearchParams(), [...new URLSearchParams("m=1&n=2").entries()]);

for (const [name, value] of query) console.log(name, "=", value);
console.log([...query.keys()].join(), Array.from(query.values()).length, Object.fromEntries(pairs) as { x: string });
query.forEach((value, name, all) => console.log(name.length + value.length, all === query));

const url = new URL("http://h/p?a=b&c='d'");
const { searchParams } = url;
searchParams.append("e", "f g");
console.log(url.search, searchParams === url.searchParams);
url.search = "?new=1";
console.log(searchParams.get("new"), searchParams.get("a"));
searchParams.delete("new");
console.log(url.href, url.search === "");
url.href = "http://h/?z=26";
console.log([...searchParams]);

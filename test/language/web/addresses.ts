// Addresses: the parts of a URL are read and changed, in the normal form that the web gives them.

const address = new URL("HTTPS://User:p%61ss@Example.COM:8080/a/./b/../c d/é?q=1&r=x y#part 2");
console.log(address);
console.log(String(address), JSON.stringify({ address }), address instanceof URL);

for (const text of [
  "http://a",
  "http://a:80/",
  "http:\\\\a\\b",
  "https://0x7f.1/",
  "http://[1:0:0::8]:443",
  "http://[::ffff:1.2.3.4]/",
  "file:///C|/x/../y",
  "mailto:name@host",
  "data:text/plain,a b",
  "ftp://h:21/%7e",
  "foo://Host:99999",
  "http://a b/",
  "http://h:x",
  "//h/p",
  "",
  "http://1.2.3.256",
  "http://h/?a'b#c`d",
  "custom://h/../a?b",
  " http://trimmed/\t\n",
  "http://user@:80/",
  "http://h/%zz?%zz",
  "file://localhost/etc",
]) {
  const url = URL.canParse(text) ? new URL(text) : null;
  console.log(JSON.stringify(text), url === null ? "none" : `${url.href} ${url.host} ${url.pathname} ${url.origin}`);
}

address.protocol = "http";
address.port = "80";
address.hostname = "other.org";
address.pathname = "with space/?";
address.search = "";
address.hash = "#top";
address.username = "a:b";
address.password = "";
console.log(address.href, [address.search, address.port, address.username]);
address.host = "last:81x";
address.protocol = "mailto";
console.log(address.host, address.protocol);

try {
  new URL("nothing", "nowhere");
} catch (error) {
  if (error instanceof TypeError) console.log(error.name, error.message, (error as NodeJS.ErrnoException).code);
}

const pages = new Map([[new URL("a/../b", "http://h/x/y").href, 1]]);
console.log(pages.get("http://h/x/b"));
const bases = ["http://h/a/b?c#d", "file:///x/y"];
const references = ["", "?q", "#f", "../../e", "/e", "//g", "http:e", "..", "C:"];
for (const base of bases) console.log(references.map((text) => (URL.canParse(text, base) ? new URL(text, base).href : "none")).join(" "));
console.log(URL.canParse("?q", "mailto:m"), new URL("#f", "mailto:m").href);

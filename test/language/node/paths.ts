// Paths: joined, normalised, taken apart and put together.

import path, { basename, dirname, extname, isAbsolute, join, normalize, parse, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const samples = [
  "",
  "/",
  "//",
  "a",
  "/a",
  "//a",
  "a/",
  "/a/b",
  "/a//b//",
  "a//b",
  "///a",
  ".",
  "..",
  "../a",
  "./a/.b",
  "a.b.c",
  "/x/y.tar.gz",
  ".bashrc",
  "a.",
];
for (const sample of samples) {
  console.log(JSON.stringify([sample, dirname(sample), basename(sample), extname(sample), normalize(sample), isAbsolute(sample)]));
}
for (const sample of samples) console.log(parse(sample));

console.log(join("a", "", "../b", "/c/"), join(), join(""), join("/", "..", "x"), join("a", "..", "..", "b"));
console.log(
  basename("file.html", ".html"),
  basename("/x/file.html/", "html"),
  basename("aaa", "aaa"),
  basename("/aaa", "aaa"),
  basename(".js", ".js"),
);
console.log(
  resolve("/a/b", "../c", "./d"),
  resolve("/a", "/b", "c"),
  resolve("/"),
  resolve("x") === join(process.cwd(), "x"),
  resolve() === process.cwd(),
);
console.log(
  relative("/a/b/c", "/a/d"),
  relative("/a", "/a/b/c"),
  relative("/a/b", "/"),
  JSON.stringify(relative("/a", "/a/")),
  relative("/foo/bar", "/foo/barn"),
);
console.log(
  path.format({ dir: "/home", base: "file.txt" }),
  path.format({ root: "/", name: "f", ext: ".x" }),
  path.format({ name: "f", ext: "x" }),
);
console.log(path.format(parse("/a/b.c")), sep, path.delimiter, ["/p/q.ts", "r"].map((name) => basename(name)).join());
console.log(normalize("/a/./b/../../c"), normalize("a/../.."), normalize("./"), normalize("/.."), normalize("a//b/"));

for (const given of ["/a b/c#d?e%f/", "/\u00e9", "/"]) {
  const address = pathToFileURL(given);
  console.log(address.href, fileURLToPath(address), fileURLToPath(address.href) === given);
}
for (const address of ["http://h/p", "file://host/p", "file:///a%2Fb"]) {
  try {
    fileURLToPath(address);
  } catch (error) {
    if (error instanceof TypeError) console.log(error.message, (error as NodeJS.ErrnoException).code);
  }
}

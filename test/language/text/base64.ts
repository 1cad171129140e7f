// btoa and atob: bytes as units of a text in letters and back, with padding, white space and what is malformed.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function attempt(code: () => string): string {
  try {
    return code();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "";
  }
}

for (const text of ["", "f", "fo", "foo", "foob", "fooba", "foobar", "\0\xff\x80", "Hello, World!"]) {
  const encoded = btoa(text);
  console.log(JSON.stringify(encoded), atob(encoded) === text, encoded.length);
}
for (const text of ["Zm9v", " Z m 9\tv\n", "Zg", "Zg==", "Zm8", "Zm8=", "//++"]) {
  console.log(JSON.stringify(text), [...atob(text)].map((letter) => letter.charCodeAt(0)).join());
}
for (const text of ["Z", "Zg=", "Zm9v=", "Z=g=", "====", "Zm9v!", "Zm9vZ", "é"])
  console.log(
    text,
    attempt(() => atob(text)),
  );
console.log(
  attempt(() => btoa("€")),
  attempt(() => btoa("ok\u0100")),
);
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...encoder.encode(text)));
}
function fromBase64(text: string): string {
  return decoder.decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}
console.log(toBase64("añ€😀"), fromBase64(toBase64("añ€😀")));
const all = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
console.log(atob(btoa(all)) === all, btoa(all).slice(-12));

// TextDecoder with the option stream: sequences and byte order marks that are cut anywhere.
const text = "aé€😀\u{10ffff}z";
const bytes = new TextEncoder().encode(text);
for (let size = 1; size <= 5; size++) {
  const decoder = new TextDecoder();
  let result = "";
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = decoder.decode(bytes.subarray(at, at + size), { stream: true });
    parts.push(String(part.length));
    result += part;
  }
  result += decoder.decode();
  console.log(size, result === text, parts.join(" "));
}
const decoder = new TextDecoder();
const show = (part: string): string => JSON.stringify(part);
console.log(show(decoder.decode(new Uint8Array([0xef]), { stream: true })), show(decoder.decode(new Uint8Array([0xbb]), { stream: true })));
console.log(
  show(decoder.decode(new Uint8Array([0xbf, 0x41]), { stream: true })),
  show(decoder.decode(new Uint8Array([0xf0, 0x9f]), { stream: true })),
);
console.log(show(decoder.decode(new Uint8Array([0x41]), { stream: true })), show(decoder.decode(new Uint8Array([0xe2, 0x82]))));
console.log(show(decoder.decode(new Uint8Array([0xac]))), show(decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x42]))));
const strict = new TextDecoder("utf-8", { fatal: true });
console.log(
  show(strict.decode(new Uint8Array([0xe2, 0x82]), { stream: true })),
  show(strict.decode(new Uint8Array([0xac]), { stream: true })),
);
try {
  console.log(strict.decode(new Uint8Array([0xe2]), { stream: true }).length, strict.decode().length);
} catch (error) {
  console.log(error instanceof TypeError);
}

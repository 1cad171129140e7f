// Text to UTF-8 bytes by hand, shown in hexadecimal.

function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const c of text) {
    const point = c.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return bytes;
}
const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
for (const text of ["abc", "\u00e9", "\u20ac", "\u{1f600}", "", "\u07ff\u0800\uffff\u{10ffff}"])
  console.log(bytesOf(text).map(hex).join(" "), bytesOf(text).length);

// Base64 written and read, with every length of padding.

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function encode(bytes: readonly number[]): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i], bytes[i + 1] ?? 0, bytes[i + 2] ?? 0];
    const bits = (a << 16) | (b << 8) | c;
    text += letters[bits >> 18] + letters[(bits >> 12) & 63];
    text += i + 1 < bytes.length ? letters[(bits >> 6) & 63] : "=";
    text += i + 2 < bytes.length ? letters[bits & 63] : "=";
  }
  return text;
}
function decode(text: string): number[] {
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const c of text) {
    if (c === "=") break;
    bits = ((bits << 6) | letters.indexOf(c)) & 0xffff;
    count += 6;
    if (count >= 8) bytes.push((bits >> (count -= 8)) & 0xff);
  }
  return bytes;
}
for (const text of ["", "f", "fo", "foo", "foob", "fooba", "foobar"]) {
  const bytes = text.split("").map((c) => c.charCodeAt(0));
  console.log(encode(bytes), decode(encode(bytes)).join() === bytes.join());
}
console.log(encode([255, 255, 254]), encode([0, 0]), decode("////").join());

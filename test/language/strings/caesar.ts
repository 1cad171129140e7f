// Letters moved along the alphabet and back.

function shift(text: string, by: number): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const base = code >= 97 && code <= 122 ? 97 : code >= 65 && code <= 90 ? 65 : -1;
    result += base < 0 ? text[i] : String.fromCharCode(((((code - base + by) % 26) + 26) % 26) + base);
  }
  return result;
}
for (const by of [0, 1, 13, 25, 26, -1, -27, 100]) {
  const secret = shift("Hello, World! xyz", by);
  console.log(by, secret, shift(secret, -by) === "Hello, World! xyz");
}

// Bytes as texts: hexadecimal digits and base 64, in both alphabets, and back, with what is wrong in a text. Node 20 has none of it.

const bytes = new Uint8Array([0, 1, 15, 16, 127, 128, 250, 251, 255]);
console.log(bytes.toHex(), bytes.toBase64(), bytes.toBase64({ alphabet: "base64url", omitPadding: true }));
for (let length = 0; length < 4; length++)
  console.log(JSON.stringify([bytes.slice(5, 5 + length).toBase64(), bytes.slice(5, 5 + length).toHex()]));
console.log(Uint8Array.fromHex("00fFa1"), Uint8Array.fromBase64(" gP r7 "), Uint8Array.fromBase64("gPr7-_8", { alphabet: "base64url" }));

function attempt(make: () => Uint8Array): string {
  try {
    return make().join();
  } catch (error) {
    return error instanceof SyntaxError ? "wrong" : "else";
  }
}
console.log(["0", "0g", "é0", ""].map((text) => attempt(() => Uint8Array.fromHex(text))));
for (const text of [
  "gA==",
  "gA=",
  "gA",
  "gB==",
  "gPo=",
  "gPo",
  "gPp=",
  "g",
  "g===",
  "gA==A",
  "gA= =",
  "g+",
  "+/+/",
  "-_-_",
  "=",
  "gA==\n",
]) {
  const ways = (["loose", "strict", "stop-before-partial"] as const).map((lastChunkHandling) =>
    attempt(() => Uint8Array.fromBase64(text, { lastChunkHandling })),
  );
  console.log(JSON.stringify(text), ways);
}
const target = new Uint8Array(4);
console.log(target.setFromHex("0102030405"), target.join());
console.log(target.setFromBase64("gPr7/wAB"), target.join(), target.subarray(1, 3).setFromBase64("AQIDBA=="), target.join());
try {
  target.setFromHex("0908zz");
} catch {
  console.log(target.join());
}
const id = crypto.randomUUID();
console.log(
  id.length,
  id.split("-").map((part) => part.length),
  id.charAt(14),
  "89ab".includes(id.charAt(19)),
  id === crypto.randomUUID(),
);

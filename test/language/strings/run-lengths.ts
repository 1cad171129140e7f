// Run-length encoding and back.

function encode(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; ) {
    let end = i;
    while (end < text.length && text[end] === text[i]) end++;
    result += (end - i > 1 ? String(end - i) : "") + text[i];
    i = end;
  }
  return result;
}
function decode(code: string): string {
  let result = "";
  let count = "";
  for (const c of code) {
    if (c >= "0" && c <= "9") count += c;
    else {
      result += c.repeat(count === "" ? 1 : Number(count));
      count = "";
    }
  }
  return result;
}
for (const text of ["", "a", "aab", "aaaaaaaaaaaab", "abc", "zzzzzzzzzzyyyyyyyyyyyx"])
  console.log(encode(text), decode(encode(text)) === text);

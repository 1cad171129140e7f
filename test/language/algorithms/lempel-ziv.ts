// Lempel-Ziv: tokens of distance, length and next letter; copies that overlap themselves.

type Token = [distance: number, length: number, next: string];

function compress(text: string, window: number): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    let [distance, length] = [0, 0];
    for (let from = Math.max(0, at - window); from < at; from++) {
      let same = 0;
      while (at + same < text.length - 1 && text[from + same] === text[at + same]) same++;
      if (same > length) [distance, length] = [at - from, same];
    }
    tokens.push([distance, length, text[at + length]]);
    at += length + 1;
  }
  return tokens;
}

function expand(tokens: readonly Token[]): string {
  const letters: string[] = [];
  for (const [distance, length, next] of tokens) {
    const from = letters.length - distance;
    for (let count = 0; count < length; count++) letters.push(letters[from + count]);
    letters.push(next);
  }
  return letters.join("");
}

for (const text of [
  "",
  "a",
  "aaaaaaaaaa",
  "abcabcabcabcd",
  "how much wood would a woodchuck chuck",
  "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
]) {
  const tokens = compress(text, 16);
  console.log(tokens.map(([distance, length, next]) => `${distance},${length},${next.charCodeAt(0)}`).join(" "));
  console.log(tokens.length, expand(tokens) === text);
}

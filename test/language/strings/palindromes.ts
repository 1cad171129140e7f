// Palindromes, ignoring all but letters.

function isPalindrome(text: string): boolean {
  let letters = "";
  for (const c of text.toLowerCase()) if (c >= "a" && c <= "z") letters += c;
  for (let i = 0, j = letters.length - 1; i < j; i++, j--) if (letters[i] !== letters[j]) return false;
  return true;
}
for (const text of ["", "a", "ab", "Anna", "A man, a plan, a canal: Panama!", "race a car", "No 'x' in Nixon", "12"])
  console.log(isPalindrome(text), text);
function longest(text: string): string {
  let best = "";
  for (let center = 0; center < text.length; center++) {
    for (const width of [0, 1]) {
      let [from, to] = [center, center + width];
      while (from >= 0 && to < text.length && text[from] === text[to]) [from, to] = [from - 1, to + 1];
      if (to - from - 1 > best.length) best = text.slice(from + 1, to);
    }
  }
  return best;
}
console.log(longest("babad"), longest("forgeeksskeegfor"), longest(""), longest("abc"));

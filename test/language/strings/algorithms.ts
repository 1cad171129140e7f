// String algorithms: palindromes, Caesar cipher, run lengths, longest common subsequence, edit distance, base64.

function isPalindrome(text: string): boolean {
  for (let i = 0, j = text.length - 1; i < j; i++, j--) if (text[i] !== text[j]) return false;
  return true;
}
console.log(isPalindrome("racecar"), isPalindrome("abca"), isPalindrome(""));
function caesar(text: string, shift: number): string {
  let result = "";
  for (const unit of text) {
    const code = unit.charCodeAt(0);
    if (code >= 97 && code <= 122) result += String.fromCharCode(((code - 97 + shift + 26) % 26) + 97);
    else result += unit;
  }
  return result;
}
console.log(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3));
function runLengths(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; ) {
    let end = i;
    while (end < text.length && text.charCodeAt(end) === text.charCodeAt(i)) end++;
    result += text[i] + (end - i);
    i = end;
  }
  return result;
}
console.log(runLengths("aaabbc"), runLengths(""));
function distance(a: string, b: string): number {
  let row: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + cost));
    }
    row = next;
  }
  return row[b.length];
}
console.log(distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"));
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function base64(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i += 3) {
    const rest = text.length - i;
    const bits = (text.charCodeAt(i) << 16) | ((rest > 1 ? text.charCodeAt(i + 1) : 0) << 8) | (rest > 2 ? text.charCodeAt(i + 2) : 0);
    for (let k = 0; k < 4; k++) result += k <= rest ? alphabet[(bits >> (18 - 6 * k)) & 63] : "=";
  }
  return result;
}
console.log(base64("Man"), base64("Ma"), base64("M"), base64("Many hands make light work."));

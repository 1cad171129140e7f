// The longest common subsequence, found in a table and read back from it.

function common(a: string, b: string): string {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    table.push([]);
    for (let j = 0; j <= b.length; j++)
      table[i].push(i === 0 || j === 0 ? 0 : a[i - 1] === b[j - 1] ? table[i - 1][j - 1] + 1 : Math.max(table[i - 1][j], table[i][j - 1]));
  }
  let result = "";
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      result = a[i - 1] + result;
      i--;
      j--;
    } else if (table[i - 1][j] >= table[i][j - 1]) i--;
    else j--;
  }
  return result;
}
console.log(common("ABCBDAB", "BDCABA"), common("", "x"), common("abc", "abc"), common("abc", "def"), common("XMJYAUZ", "MZJAWXU"));

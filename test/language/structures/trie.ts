// Trie: words by prefix, counts on the way, deletion that cuts branches, and code points beyond the first plane.

class Trie {
  private readonly branches = new Map<string, Trie>();
  private isWord = false;
  size = 0;

  add(word: string): boolean {
    if (this.has(word)) return false;
    let at: Trie = this;
    at.size++;
    for (const letter of word) {
      let next = at.branches.get(letter);
      if (next === undefined) at.branches.set(letter, (next = new Trie()));
      next.size++;
      at = next;
    }
    at.isWord = true;
    return true;
  }

  has(word: string): boolean {
    return this.find(word)?.isWord ?? false;
  }

  count(prefix: string): number {
    return this.find(prefix)?.size ?? 0;
  }

  remove(word: string): void {
    if (!this.has(word)) return;
    let at: Trie = this;
    at.size--;
    for (const letter of word) {
      const next = at.branches.get(letter);
      if (next === undefined) return;
      if (--next.size === 0) at.branches.delete(letter);
      at = next;
    }
    at.isWord = false;
  }

  *words(prefix = ""): Generator<string, void, undefined> {
    if (this.isWord) yield prefix;
    for (const [letter, branch] of this.branches) yield* branch.words(prefix + letter);
  }

  private find(prefix: string): Trie | undefined {
    let at: Trie | undefined = this;
    for (const letter of prefix) at = at?.branches.get(letter);
    return at;
  }
}

const trie = new Trie();
for (const word of ["car", "cart", "cat", "dog", "", "car", "\u{1f600}x", "\u{1f601}"]) console.log(JSON.stringify(word), trie.add(word));
console.log(trie.size, trie.count("ca"), trie.count("car"), trie.count("\u{1f600}"), trie.count("q"));
console.log([...trie.words()].join("|"));
for (const word of ["car", "dog", "nothing"]) trie.remove(word);
console.log([...trie.words()].join("|"), trie.has("car"), trie.has("cart"), trie.count("d"));

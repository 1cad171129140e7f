// Skip list: levels of links from a small generator of numbers; lists of links that share their nodes.

class Entry {
  readonly key: number;
  readonly next: (Entry | null)[];
  constructor(key: number, height: number) {
    this.key = key;
    this.next = new Array<Entry | null>(height).fill(null);
  }
}

const HEIGHT = 6;

class SkipList {
  private readonly head = new Entry(-Infinity, HEIGHT);
  private seed = 7;

  insert(key: number): boolean {
    const before = this.path(key);
    if (before[0].next[0]?.key === key) return false;
    let height = 1;
    while (height < HEIGHT && this.chance()) height++;
    const entry = new Entry(key, height);
    for (let level = 0; level < height; level++) {
      entry.next[level] = before[level].next[level];
      before[level].next[level] = entry;
    }
    return true;
  }

  remove(key: number): boolean {
    const before = this.path(key);
    const found = before[0].next[0];
    if (found === null || found.key !== key) return false;
    found.next.forEach((next, level) => {
      before[level].next[level] = next;
    });
    return true;
  }

  keys(level = 0): number[] {
    const found: number[] = [];
    for (let at = this.head.next[level]; at !== null; at = at.next[level]) found.push(at.key);
    return found;
  }

  private path(key: number): Entry[] {
    const before = Array.from({ length: HEIGHT }, () => this.head);
    let at = this.head;
    for (let level = HEIGHT - 1; level >= 0; level--) {
      for (let next = at.next[level]; next !== null && next.key < key; next = at.next[level]) at = next;
      before[level] = at;
    }
    return before;
  }

  private chance(): boolean {
    this.seed = (this.seed * 1103515245 + 12345) % 2147483648;
    return this.seed > 1073741824;
  }
}

const list = new SkipList();
for (let at = 0; at < 40; at++) list.insert((at * 17) % 41);
console.log(
  list.keys().length,
  list.keys().every((key, index, all) => index === 0 || all[index - 1] < key),
);
console.log(list.insert(17), list.remove(17), list.remove(17), list.insert(17.5));
console.log(list.keys().slice(14, 20).join(" "));
for (let key = 0; key < 41; key++) if (key % 3 !== 0) list.remove(key);
console.log(list.keys().join(" "));
console.log(
  list.keys(1).every((key) => list.keys().includes(key)),
  list.keys(5).length <= list.keys(0).length,
);

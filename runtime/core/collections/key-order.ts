// Key order: the order in which JavaScript lists the properties of an object.

/** Indexes before other names, the smallest first. */
export function inOrderOfKeys(names: string[]): string[] {
  const indices: string[] = names.filter(isIndex).sort((a, b) => Number(a) - Number(b));
  if (indices.length === 0) return names;
  for (const name of names) if (!isIndex(name)) indices.push(name);
  return indices;
}

function isIndex(name: string): boolean {
  return `${u32(Number(name))}` === name;
}

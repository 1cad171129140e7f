// Pick, Omit, Partial, Required, Readonly and own mapped types of type parameters.
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type Nullable<T> = { [K in keyof T]: T[K] | null };
function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  const result = {} as Pick<T, K>;
  for (const key of keys) result[key] = from[key];
  return result;
}
function omit<T extends object, K extends keyof T>(from: T, ...keys: K[]): Omit<T, K> {
  const result = {} as Omit<T, K>;
  const kept = (key: keyof T): key is Exclude<keyof T, K> => !(keys as (keyof T)[]).includes(key);
  for (const key of (Object.keys(from) as (keyof T)[]).filter(kept)) result[key] = from[key];
  return result;
}
function withDefaults<T extends object>(given: Partial<T>, defaults: Required<T>): Required<T> {
  return { ...defaults, ...given };
}
function edit<T extends object>(from: Readonly<T>, change: (draft: Mutable<T>) => void): T {
  const draft = { ...from } as Mutable<T>;
  change(draft);
  return draft as T;
}
function freeze<T>(value: T): DeepReadonly<T> {
  return value as DeepReadonly<T>;
}
function blank<T extends object>(like: T): Nullable<T> {
  return { ...like } as Nullable<T>;
}
interface Book {
  readonly title: string;
  pages?: number;
  tags: string[];
}
const book: Book = { title: "T", pages: 9, tags: ["a", "b"] };
const picked = pick(book, "title", "tags");
console.log(picked.title, picked.tags, Object.keys(picked).length, JSON.stringify(omit(book, "tags", "pages")));
console.log(JSON.stringify(withDefaults<Book>({ pages: 1 }, { title: "none", pages: 0, tags: [] })));
console.log(
  edit(book, (draft) => {
    draft.title = "U";
  }).title,
  book.title,
);
console.log(freeze(book).tags[1], freeze([{ n: 1 }])[0].n, freeze(3));
const empty = blank({ a: 1, b: "x" });
empty.a = null;
console.log(JSON.stringify(empty));

function h<P extends object>(tag: (props: P) => string, props: P): string;
function h(tag: string, props?: { id?: string } | null): string;
function h<P extends object>(tag: string | ((props: P) => string), props?: P | { id?: string } | null): string {
  if (typeof tag === "function") return tag(props as P);
  return `<${tag} ${(props as { id?: string } | null | undefined)?.id ?? "-"}>`;
}
console.log(h("div"), h("div", null), h("p", { id: "x" }));
console.log(h(({ n }: { n: number }) => `n=${n}`, { n: 4 }));

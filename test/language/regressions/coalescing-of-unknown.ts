// `??` where the left side has the type `object` or unknown: null and undefined are among its values, and stored differently.

class Kind {
  readonly name = "kind";
}
function orKind(value: object | null): boolean {
  return (value ?? new Kind()) instanceof Kind;
}
function orText(value: object | null | undefined): string {
  const chosen: unknown = value ?? "none";
  return typeof chosen;
}
console.log(orKind(null), orKind([1]), orKind(new Kind()));
console.log(orText(null), orText(undefined), orText({}), orText(new Kind()));
let kept: object | null = null;
kept ??= new Kind();
console.log(kept instanceof Kind);

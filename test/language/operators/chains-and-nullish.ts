// Chains and nullish: calls and elements behind ?., what is skipped, ?? between || and &&, and defaults that are not computed.

interface Node {
  readonly name: string;
  readonly next?: Node;
  readonly tags?: readonly string[];
  readonly size?: () => number;
}

let calls = 0;
const count = (): number => ++calls;
const last: Node = { name: "c", tags: ["x", "y"], size: () => 0 };
const chain: Node = { name: "a", next: { name: "b", next: last } };

console.log(chain.next?.next?.name, chain.next?.next?.next?.name, chain.tags?.[0], chain.next?.next?.tags?.[count()]);
console.log(chain.size?.() ?? "none", last.size?.() ?? "none", last.size?.() || "falsy", calls);
console.log(last.tags?.[count()]?.toUpperCase(), chain.tags?.[count()]?.toUpperCase(), calls);
console.log((chain.next ?? last).name, (last.next ?? chain).name, (last.next?.name ?? "") || "empty");
const zero: number | undefined = [0].at(0);
const none: number | null = calls > 100 ? 1 : null;
console.log(zero ?? 5, zero || 5, none ?? count(), zero ?? count(), calls);
const tagsOf = (node: Node | undefined): number => node?.tags?.length ?? -1;
console.log(tagsOf(undefined), tagsOf(chain), tagsOf(last), [chain, last].map(tagsOf));
let cached: string | undefined;
const cache = (): string => (cached ??= `made ${count()}`);
console.log(cache(), cache(), calls, cached?.length, cached?.slice(0, 1).length);

// Asking for methods that are always there.
class Gauge {
  private level = 1;
  read(more: number): number {
    return this.level + more;
  }
}
const gauge: Gauge | undefined = [new Gauge()].at(0);
const words = ["a", "b"];
console.log(gauge?.read?.(3), new Gauge().read?.(1), words.slice?.(1).join("-"), words.at(0)?.toUpperCase?.());
console.log(
  new Map([[1, "one"]]).get?.(1),
  [1, 2].map?.((n) => n * 2),
);

// Namespaces inside namespaces, dotted names, several blocks of one namespace, and other names for what is in them.
namespace Outer {
  export const level = 1;
  export namespace Inner {
    export const level = 2;
    export function both(): string {
      return `${Outer.level} ${level} ${hidden}`;
    }
    export namespace Deep {
      export const path = `${Outer.level}.${Inner.level}.3`;
    }
  }
  const hidden = "hidden";
  export const early = Inner.Deep.path.length;
}

namespace Outer {
  export const later = level + Inner.level;
  export function sum(): number {
    return later + early;
  }
}

namespace Some.Dotted.Name {
  export const value = "dotted";
  export class Holder {
    held = value;
  }
}
namespace Some.Dotted {
  export const other = Name.value.toUpperCase();
}

console.log(Outer.level, Outer.Inner.level, Outer.Inner.Deep.path, Outer.early);
console.log(Outer.later, Outer.sum(), Outer.Inner.both());
console.log(Some.Dotted.Name.value, Some.Dotted.other, new Some.Dotted.Name.Holder().held);

import Deep = Outer.Inner.Deep;
import Holder = Some.Dotted.Name.Holder;
import both = Outer.Inner.both;
import levelInside = Outer.Inner.level;
const holder: Holder = new Holder();
console.log(Deep.path, holder.held, both(), levelInside);

namespace Types {
  export interface Pair {
    a: number;
    b: Types.Inner.Text;
  }
  export namespace Inner {
    export type Text = string;
  }
}
const pair: Types.Pair = { a: 1, b: "two" };
console.log(pair.a, pair.b);

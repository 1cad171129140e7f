// An object of which nothing is known is spread where it has no properties; one that has some panics.
// Exits: 70

const marked = (value: object): object => ({ ...value, mark: 1 });
console.log(marked({}));
console.log(marked({ hidden: 1 }));

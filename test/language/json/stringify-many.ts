// A table of records as JSON, in lines and in one.
interface Product {
  id: number;
  name: string;
  price: number;
  tags: string[];
  parent: Product | null;
}
const root: Product = { id: 1, name: 'root "one"', price: 9.99, tags: [], parent: null };
const products: Product[] = [root, { id: 2, name: "child\n", price: 1e-7, tags: ["a", "b"], parent: root }];
console.log(JSON.stringify(products));
console.log(JSON.stringify(products, null, "\t"));
for (const product of products)
  console.log(JSON.stringify(product.tags), JSON.stringify(product.parent), JSON.stringify(product.name).length);
console.log(JSON.stringify({ list: [[1], [2, [3]]] as (number | number[])[][], flag: true, nothing: null, missing: undefined }));

// Fields that hold asynchronous functions, and functions with inner ones: each run holds the object until it is done.
class Loader {
  loaded: string[] = [];
  load = async (name: string): Promise<number> => {
    await Promise.resolve();
    this.loaded.push(name);
    return this.loaded.length;
  };
  later = (name: string): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => {
        this.loaded.push(name);
        resolve(this.loaded.join("+"));
      }, 1);
    });
  each = (names: readonly string[]): string => names.map((name) => `${name}${this.loaded.length}`).join();
}
const load = new Loader().load;
console.log(await load("a"), await load("b"));
console.log(await new Loader().later("c"));
const { later, each } = new Loader();
console.log(each(["x", "y"]), await later("z"), each(["w"]));

const iterate = {
  items: [1, 2, 3],
  *each() {
    for (const item of this.items) yield item * 2;
  },
  async sum() {
    let sum = 0;
    for (const item of this.items) sum += await Promise.resolve(item);
    return sum;
  },
};
console.log([...iterate.each()].join(), await iterate.sum());

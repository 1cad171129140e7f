// Vending machine: change from few coins by trying, stock that runs out, and money that comes back.

const COINS = [200, 100, 50, 20, 10, 5] as const;
type Coin = (typeof COINS)[number];

class Machine {
  private readonly coins = new Map<Coin, number>(COINS.map((coin) => [coin, coin <= 50 ? 2 : 0] as const));
  private readonly stock = new Map([
    ["tea", { price: 85, left: 2 }],
    ["bar", { price: 140, left: 1 }],
  ]);

  buy(name: string, ...given: Coin[]): string {
    const slot = this.stock.get(name);
    const paid = given.reduce((sum, coin) => sum + coin, 0);
    const back = (why: string): string => `${why}, ${given.join("+") || "nothing"} back`;
    if (slot === undefined) return back(`no ${name}`);
    if (slot.left === 0) return back(`${name} sold out`);
    if (paid < slot.price) return back(`${slot.price - paid} missing`);
    for (const coin of given) this.add(coin, 1);
    const change = this.change(paid - slot.price);
    if (change === undefined) {
      for (const coin of given) this.add(coin, -1);
      return back("no change");
    }
    for (const coin of change) this.add(coin, -1);
    slot.left--;
    return `${name}, change ${change.join("+") || "none"}`;
  }

  get money(): number {
    let sum = 0;
    for (const [coin, count] of this.coins) sum += coin * count;
    return sum;
  }

  private add(coin: Coin, count: number): void {
    this.coins.set(coin, (this.coins.get(coin) ?? 0) + count);
  }

  private change(amount: number, from = 0): Coin[] | undefined {
    if (amount === 0) return [];
    if (from === COINS.length) return undefined;
    const coin = COINS[from];
    for (let count = Math.min(Math.floor(amount / coin), this.coins.get(coin) ?? 0); count >= 0; count--) {
      const rest = this.change(amount - count * coin, from + 1);
      if (rest !== undefined) return [...new Array<Coin>(0), ...Array.from({ length: count }, () => coin), ...rest];
    }
    return undefined;
  }
}

const machine = new Machine();
console.log(machine.money);
console.log(machine.buy("tea", 100), machine.money);
console.log(machine.buy("tea", 50, 20, 10, 5), machine.money);
console.log(machine.buy("tea", 100));
console.log(machine.buy("bar", 100, 20), "|", machine.buy("cake"));
console.log(machine.buy("bar", 200), machine.money);

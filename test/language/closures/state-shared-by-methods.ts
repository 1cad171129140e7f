// State shared by methods: objects made by functions, whose members are closures over the same variables.

interface Account {
  deposit(amount: number): number;
  withdraw(amount: number): boolean;
  readonly balance: number;
  onChange(listener: (balance: number) => void): void;
}

function openAccount(start: number, fee = 1): Account {
  let balance = start;
  const listeners: ((balance: number) => void)[] = [];
  const change = (by: number): number => {
    balance += by;
    for (const listener of listeners) listener(balance);
    return balance;
  };
  return {
    deposit: (amount) => change(amount),
    withdraw(amount) {
      if (amount + fee > balance) return false;
      change(-amount - fee);
      return true;
    },
    get balance() {
      return balance;
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

const seen: string[] = [];
const first = openAccount(100);
const second = openAccount(5, 0);
first.onChange((balance) => seen.push(`first ${balance}`));
second.onChange((balance) => seen.push(`second ${balance}`));
console.log(first.withdraw(50), first.withdraw(50), first.balance, second.withdraw(5), second.balance);
console.log(first.deposit(1.5), second.deposit(3), second.withdraw(4));
first.onChange((balance) => {
  if (balance < 20) seen.push("low");
});
console.log(first.withdraw(40), first.balance.toFixed(2));
console.log(seen.join(", "));

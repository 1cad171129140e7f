// A promise that nobody gives a value: its resolver is a callback for a timer as it is.
const order: string[] = [];
const sleep = (name: string, delay: number) => new Promise((resolve) => setTimeout(resolve, delay)).then(() => order.push(name));
await Promise.all([sleep("late", 6), sleep("early", 1)]);
console.log(order);
const given = await new Promise<string>((resolve) => setTimeout(resolve, 1, "value"));
console.log(given);
await new Promise<void>((resolve) => setTimeout(resolve, 0));
console.log("end");

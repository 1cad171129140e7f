// Dates on the console, in JSON, in collections and in unions.
const date = new Date("2024-02-29T12:00:00Z");
console.log(date, [date], { when: date, list: [new Date(NaN)] });
console.log(JSON.stringify(date), JSON.stringify({ when: date, bad: new Date(NaN), list: [date] }));
interface Event {
  name: string;
  at: Date;
}
const events: Event[] = [
  { name: "b", at: new Date(2000) },
  { name: "a", at: new Date(1000) },
];
events.sort((x, y) => x.at.getTime() - y.at.getTime());
console.log(events.map((event) => event.name).join(), events[0], JSON.stringify(events));
const map = new Map<string, Date>([["start", new Date(0)]]);
console.log(map, map.get("start")?.toISOString());
const either: (Date | string | null)[] = [date, "text", null];
for (const value of either) console.log(value instanceof Date ? value.getUTCDate() : value);
console.log(either, date instanceof Date);
const daysBetween = (a: Date, b: Date): number => Math.round((b.getTime() - a.getTime()) / 86_400_000);
console.log(daysBetween(new Date("2024-01-01"), new Date("2025-01-01")), daysBetween(new Date("2023-03-01"), new Date("2023-02-01")));

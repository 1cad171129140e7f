// A function given to JSON.parse is told each name and value, the inner ones first; what it gives takes the value's place.

interface Meeting {
  name: string;
  at: Date;
  tags: string[];
  place?: { x: number; y: number };
}
const text = '{"name":"start","at":"2024-02-03T04:05:06.000Z","tags":["a","b"],"place":{"x":1,"y":2}}';
const meeting = JSON.parse(text, (key, value) => (key === "at" && typeof value === "string" ? new Date(value) : value)) as Meeting;
console.log(meeting.name, meeting.at.getTime(), meeting.tags.join(), meeting.place?.y);

const order: string[] = [];
const same: unknown = JSON.parse('{"a":[1,{"b":2}],"c":null,"1":true}', (key, value) => {
  order.push(`${key}:${JSON.stringify(value)}`);
  return value;
});
console.log(order.join(" | "));
console.log(same);

const doubled: number[] = JSON.parse("[1,2,3]", (_, value) => (typeof value === "number" ? value * 2 : value));
console.log(doubled.reduce((sum, value) => sum + value));
const less: unknown = JSON.parse('{"keep":1,"drop":2,"in":{"drop":3}}', (key, value) => (key === "drop" ? undefined : value));
console.log(JSON.stringify(less));
console.log(JSON.parse("5", (_, value) => `${typeof value}!`) as string);
for (const broken of ["[1,", '{"a"}'])
  try {
    JSON.parse(broken, (_, value) => value);
  } catch (error) {
    console.log(error instanceof SyntaxError);
  }
try {
  JSON.parse("[1]", (key) => {
    throw new RangeError(`no ${key}`);
  });
} catch (error) {
  console.log(String(error));
}

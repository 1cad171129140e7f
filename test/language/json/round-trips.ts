// JSON there and back: a document of every kind of value keeps them, and its own text.
interface Person {
  name: string;
  born: string;
  scores: number[];
  contact: { email: string | null; phones: [string, string][] };
  manager?: Person;
}
const boss: Person = { name: 'Zoë "Z"', born: "1970-01-01", scores: [1.5, -0, 1e21, 5e-324], contact: { email: null, phones: [] } };
const clerk: Person = {
  name: "Bob\n\u0007",
  born: "1999-12-31T23:59:59.000Z",
  scores: [],
  contact: {
    email: "b@x.org",
    phones: [
      ["home", "1"],
      ["work", "\u2028"],
    ],
  },
  manager: boss,
};
const text = JSON.stringify([boss, clerk]);
const people = JSON.parse(text) as Person[];
console.log(JSON.stringify(people) === text, people.length, people[1].manager?.name === boss.name);
console.log(people[0].scores, Object.is(people[0].scores[1], -0), new Date(people[1].born).getUTCFullYear());
console.log(new Map(people[1].contact.phones).get("work")?.charCodeAt(0), people[1].manager === people[0]);
const pretty = JSON.stringify(people, null, 2);
console.log(pretty.split("\n").length, JSON.stringify(JSON.parse(pretty) as Person[]) === text);
const bytes = new TextEncoder().encode(text);
console.log(bytes.length > text.length, JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)) as Person[]) === text);
people[0].scores.push(7);
console.log(people[0].scores.length, boss.scores.length);

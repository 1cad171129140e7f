// Tournament: pairings by rotation, points, standings by several keys, equal ranks.

interface Team {
  readonly name: string;
  readonly strength: number;
  points: number;
  scored: number;
  against: number;
}

const makeTeam = (name: string, strength: number): Team => ({ name, strength, points: 0, scored: 0, against: 0 });

function* rounds(teams: readonly Team[]): Generator<[Team, Team][], void, undefined> {
  const circle = [...teams];
  for (let round = 1; round < circle.length; round++) {
    const pairs: [Team, Team][] = [];
    for (let at = 0; at < circle.length / 2; at++) pairs.push([circle[at], circle[circle.length - 1 - at]]);
    yield pairs;
    circle.splice(1, 0, ...circle.splice(-1));
  }
}

function play(home: Team, guest: Team): [number, number] {
  const goals: [number, number] = [(home.strength * 7) % 5, (guest.strength * 11) % 4];
  [home.scored, home.against] = [home.scored + goals[0], home.against + goals[1]];
  [guest.scored, guest.against] = [guest.scored + goals[1], guest.against + goals[0]];
  if (goals[0] > goals[1]) home.points += 3;
  else if (goals[0] < goals[1]) guest.points += 3;
  else for (const team of [home, guest]) team.points++;
  return goals;
}

const teams = ["Ants", "Bees", "Cats", "Dogs", "Eels", "Foxes"].map((name, index) => makeTeam(name, index * index + 1));
let number = 0;
for (const pairs of rounds(teams)) {
  number++;
  console.log(number, pairs.map(([home, guest]) => `${home.name[0]}${guest.name[0]} ${play(home, guest).join(":")}`).join(", "));
}
const order = (left: Team, right: Team): number =>
  right.points - left.points || right.scored - right.against - (left.scored - left.against) || left.name.localeCompare(right.name);
let rank = 0;
teams.sort(order).forEach(({ name, points, scored, against }, index) => {
  if (index === 0 || points !== teams[index - 1].points) rank = index + 1;
  console.log(String(rank).padStart(2), name.padEnd(6), points, `${scored}:${against}`);
});

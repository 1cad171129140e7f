// Enum values as array elements, map keys, fields, defaults and in arithmetic.

enum Suit {
  Clubs,
  Diamonds,
  Hearts,
  Spades,
}
enum Rank {
  Two = 2,
  Jack = 11,
  Ace = 14,
}
class Card {
  readonly suit: Suit;
  readonly rank: Rank;
  constructor(suit: Suit = Suit.Hearts, rank: Rank = Rank.Two) {
    this.suit = suit;
    this.rank = rank;
  }
  beats(other: Card): boolean {
    return this.suit === other.suit ? this.rank > other.rank : this.suit > other.suit;
  }
  toString(): string {
    return `${Rank[this.rank]} of ${Suit[this.suit]}`;
  }
}

const hand = [new Card(Suit.Spades, Rank.Jack), new Card(), new Card(undefined, Rank.Ace)];
console.log(hand.map(String).join("; "));
console.log(hand[0].beats(hand[1]), hand[1].beats(hand[2]), hand[2].beats(hand[1]));
const bySuit = new Map<Suit, Card[]>();
for (const card of hand) {
  const list = bySuit.get(card.suit) ?? [];
  list.push(card);
  bySuit.set(card.suit, list);
}
console.log(bySuit.get(Suit.Hearts)?.length, bySuit.get(Suit.Clubs)?.length);
const counts = [0, 0, 0, 0];
for (const { suit } of hand) counts[suit]++;
console.log(counts.join(), Suit.Spades + 1, Rank.Ace * 2);
let next: Suit | undefined = Suit.Diamonds;
console.log(next === undefined ? "none" : Suit[next]);
next = undefined;
console.log(next ?? "none");

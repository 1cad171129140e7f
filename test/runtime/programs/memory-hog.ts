// Keeps everything it makes.

class Item {
  next: Item | null = null;
}

function hog(): Item {
  let last = new Item();
  while (true) last = after(last, new Item());
}

function after(previous: Item, item: Item): Item {
  item.next = previous;
  return item;
}

console.log(hog().next === null);

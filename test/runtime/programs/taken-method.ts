// A method is taken from an interface as a value: one that does not look at its object, then one that does.
interface Source {
  read(): number;
}
class Fixed implements Source {
  read(): number {
    return 42;
  }
}
class Counter implements Source {
  private count = 1;
  read(): number {
    return this.count++;
  }
}
function read(source: Source): number {
  const { read } = source;
  return read();
}
console.log(read(new Fixed()));
console.log(read(new Counter()));

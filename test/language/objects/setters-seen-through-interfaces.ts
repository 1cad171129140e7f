// An object with a member that can only be set, seen through an interface that has it, is shown and written as itself.

interface Levels {
  name: string;
  level: number;
}

class Mixer implements Levels {
  name = "mixer";
  private current = 0;
  set level(value: number) {
    this.current = Math.min(value, 10);
  }
  get loud(): boolean {
    return this.current > 5;
  }
}

const mixer = new Mixer();
const levels: Levels = mixer;
levels.level = 7;
console.log(levels, mixer.loud, JSON.stringify(levels));
levels.level = 30;
console.log(JSON.stringify([levels]), Object.keys(levels).join(), mixer);

// A method of an object literal whose only owner goes while the method runs.
interface Task {
  readonly name: string;
  run(): string;
}
const tasks: Task[] = [];
function add(name: string): void {
  tasks.push({
    name: name + "!",
    run() {
      tasks.length = 0;
      tasks.push({ name: "other" + name, run: () => "nothing" });
      return this.name + tasks[0].name;
    },
  });
}
add("first");
console.log(tasks[0].run(), tasks[0].run(), tasks.length);

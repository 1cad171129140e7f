// Reads a field as the text that a test showed it to be, after a call that made it a number.
class Holder {
  value: string | number = "text";

  spoil(): void {
    this.value = 5;
  }
}

const holder = new Holder();
if (typeof holder.value === "string") {
  console.log(holder.value.length);
  holder.spoil();
  console.log(holder.value.length);
}

// The texts that dates have for people in the United States: month, day and year, and hours up to twelve.

const moments = [
  "1970-01-01T00:00:00Z",
  "2024-02-29T12:30:05.999Z",
  "2024-12-25T13:05:09Z",
  "1999-12-31T23:59:59Z",
  "0001-03-04T11:59:00Z",
];
for (const moment of moments) {
  const date = new Date(moment);
  console.log(date.toLocaleDateString("en-US"), "|", date.toLocaleTimeString("en-US"), "|", date.toLocaleString("en-US"));
}
const far = new Date(8.64e15);
console.log(far.toLocaleDateString(), far.toLocaleTimeString());
const none = new Date(NaN);
console.log(none.toLocaleDateString(), none.toLocaleTimeString(), none.toLocaleString());
const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2020, 0, 1, hour, 7)).toLocaleTimeString());
console.log(hours.join(", "));

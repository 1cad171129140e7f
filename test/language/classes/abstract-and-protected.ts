// Abstract classes with protected members, template methods, and super calls inside arrow functions.

abstract class Report {
  protected readonly lines: string[] = [];
  abstract title(): string;
  protected abstract readonly indent: number;
  protected write(line: string): void {
    this.lines.push(" ".repeat(this.indent) + line);
  }
  render(rows: readonly string[]): string {
    this.write(this.title());
    rows.forEach((row) => this.write(row));
    return this.lines.join("/");
  }
}
class Plain extends Report {
  protected readonly indent = 0;
  title(): string {
    return "plain";
  }
}
class Indented extends Report {
  protected readonly indent: number = 2;
  title(): string {
    return "indented";
  }
  protected override write(line: string): void {
    const parent = (text: string): void => super.write(text);
    for (const word of line.split(" ")) parent(word);
  }
}

const reports: Report[] = [new Plain(), new Indented()];
for (const report of reports) console.log(report.render(["a b", "c"]));
console.log(reports[1] instanceof Report, reports[0] instanceof Indented);

// Bar plot: groups of bars on a logarithmic axis, as SVG that any browser shows.
// Invariants: (1) same numbers, same bytes

export interface BarPlot {
  readonly title: string;
  /** What the axis counts. */
  readonly unit: string;
  /** One bar of each group. */
  readonly series: readonly string[];
  /** A value for each of the series; undefined is no bar. */
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}

const COLOURS = ["#2f6db3", "#d9822b", "#3f9a5f", "#9b59b6", "#8a8a8a"];
const BAR_HEIGHT = 13;
const GROUP_GAP = 12;
const LEFT = 130;
const PLOT_WIDTH = 560;
const VALUE_ROOM = 70;
const TOP = 62;
const BOTTOM = 34;

/** The plot as the text of an SVG file. Requires: values are above 0. */
export function drawBarPlot(plot: BarPlot): string {
  const values = plot.groups.flatMap((group) => group.values).filter((value) => value !== undefined);
  const low = Math.floor(Math.log10(Math.min(...values, 1)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values, 1))));
  const place = (value: number): number => LEFT + ((Math.log10(value) - low) / (high - low)) * PLOT_WIDTH;
  const groupHeight = plot.series.length * BAR_HEIGHT + GROUP_GAP;
  const width = LEFT + PLOT_WIDTH + VALUE_ROOM;
  const height = TOP + plot.groups.length * groupHeight + BOTTOM;
  const elements = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    label(width / 2, 20, plot.title, "middle", 15),
    ...plot.series.flatMap((name, index) => legend(name, index)),
    ...decades(low, high).flatMap((value) => gridLine(place(value), value, height - BOTTOM)),
    ...plot.groups.flatMap((group, index) => bars(group, TOP + index * groupHeight, place)),
    label(LEFT + PLOT_WIDTH / 2, height - 4, `${plot.unit} (logarithmic)`, "middle", 11),
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `${head} font-family="sans-serif">\n  <title>${plot.title}</title>\n${elements.map((element) => `  ${element}\n`).join("")}</svg>\n`;
}

function decades(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

function gridLine(x: number, value: number, bottom: number): string[] {
  const line = `<line x1="${fixed(x)}" y1="${TOP - 6}" x2="${fixed(x)}" y2="${bottom}" stroke="#d0d0d0"/>`;
  return [line, label(x, bottom + 13, value.toLocaleString("en-US", { maximumFractionDigits: 6 }), "middle", 10)];
}

function legend(name: string, index: number): string[] {
  const x = LEFT + index * 120;
  return [`<rect x="${x}" y="32" width="10" height="10" fill="${COLOURS[index % COLOURS.length]}"/>`, label(x + 15, 41, name, "start", 11)];
}

function bars(group: BarPlot["groups"][number], top: number, place: (value: number) => number): string[] {
  const name = label(LEFT - 8, top + (group.values.length * BAR_HEIGHT) / 2 + 4, group.name, "end", 12);
  const drawn = group.values.flatMap((value, index) => {
    if (value === undefined) return [];
    const y = top + index * BAR_HEIGHT;
    const end = Math.max(place(value), LEFT + 1);
    const colour = COLOURS[index % COLOURS.length];
    const bar = `<rect x="${LEFT}" y="${y}" width="${fixed(end - LEFT)}" height="${BAR_HEIGHT - 2}" fill="${colour}"/>`;
    return [bar, label(end + 4, y + 9, numberText(value), "start", 9)];
  });
  return [name, ...drawn];
}

function label(x: number, y: number, text: string, anchor: string, size: number): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" font-size="${size}">${escaped}</text>`;
}

function numberText(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

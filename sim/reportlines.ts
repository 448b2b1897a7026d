// How a line of the terminal's report stands: a name, a count that ends where all counts end, and words about it.
// Every part of that report is made of these lines. They know nothing of what they say.
export const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

export const row = (name: string, ...values: readonly string[]): string =>
  `  ${name.padEnd(30)}${values.join("  ")}`;

export const counted = (name: string, count: number, ...about: readonly string[]): string =>
  row(name, grouped(count).padStart(10), ...about);

/** Lines under a heading; nothing where there are none. */
export const under = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", heading, ...lines];

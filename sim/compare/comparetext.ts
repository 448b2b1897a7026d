// The comparison as a person reads it on the terminal: what A and B are, a line a figure, and the plain sentence last.
// Means stand without their own spread, because what is compared is pairs; the interval is that of the difference.
// Nothing is computed here.
import type { Compared } from "./comparison.ts";
import type { Comparison } from "./comparing.ts";
import { alignedTable } from "../output/table.ts";

/** As exact as a table needs it: whole numbers from a hundred on, four places below. */
export const written = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(4)));

const withUnit = ({ id, unit }: Compared): string => (unit === "" ? id : `${id} (${unit})`);

const lineOf = (compared: Compared): readonly string[] => {
  const { pairs, a, b, difference, interval } = compared;
  return [
    withUnit(compared),
    written(a),
    written(b),
    written(difference),
    interval === undefined ? "" : `${written(interval.from)} to ${written(interval.to)}`,
    String(pairs),
  ];
};

const sideText = (name: string, { scenario, policy }: Comparison["a"]): string => {
  const set = Object.entries(policy.set).map(([constant, value]) => `${constant} ${String(value)}`);
  return `  ${name}  ${scenario}; policy ${[policy.preset, ...set].join(" with ")}`;
};

export const renderComparison = (comparison: Comparison): readonly string[] => {
  const { a, b, seeds, asked, figures, sentence } = comparison;
  const cut = seeds.length < asked ? ` (interrupted: ${String(seeds.length)} of ${String(asked)} pairs)` : "";
  const size = `${a.people.toLocaleString("en-US")} people, ${a.venues.toLocaleString("en-US")} venues, ${String(a.days)} ${a.days === 1 ? "day" : "days"}`;
  return [
    `The same people in A and in B${cut}: ${size}, seeds ${seeds.join(", ")}`,
    sideText("A", a),
    sideText("B", b),
    "",
    ...alignedTable([["mean of", "A", "B", "B less A", "in 95 of 100", "pairs"], ...figures.map(lineOf)]).map(
      (line) => `  ${line}`,
    ),
    "",
    sentence,
  ];
};

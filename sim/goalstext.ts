// What a person reads on the terminal of what was asked of a run: its thresholds, and published figures beside its own.
// The report of a run ends with these lines; a run of which nothing was asked has none.
// They are rendered from run.json, where every figure of them stands.
import { under } from "./reportlines.ts";
import type { Run } from "./results/run.ts";

/** As exact as a person needs it: whole numbers from a hundred on, three places below. */
const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));

const written = (value: number, unit: string): string =>
  unit === "" ? rounded(value) : `${rounded(value)} ${unit}`;

const line = (id: string, mark: string, said: string, says: string): readonly string[] => [
  `  ${id.padEnd(30)}${mark.padEnd(9)}${said}`,
  `    ${says}`,
];

const thresholdLines = ({ thresholds = [] }: Run): readonly string[] =>
  thresholds.flatMap(({ id, says, value, bound, limit, unit, met }) =>
    line(
      id,
      met ? "met" : "MISSED",
      `${written(value, unit)}, asked ${bound === "most" ? "at most" : "at least"} ${written(limit, unit)}`,
      says.en,
    ),
  );

const unknownLines = ({ notJudged = [] }: Run): readonly string[] =>
  notJudged.map((id) => `  ${id.padEnd(30)}not judged: this run knows nothing of it`);

const outside = "OUTSIDE";

const rangeLines = ({ calibration = [] }: Run): readonly string[] => {
  const lines = calibration.flatMap(({ id, says, measured, from, to }) =>
    line(
      id,
      measured >= from && !(measured > to) ? "within" : outside,
      `${rounded(measured)}, published ${rounded(from)} to ${rounded(to)}`,
      says.en,
    ),
  );
  return lines.some((each) => each.includes(outside))
    ? [
        ...lines,
        "  (outside: there the virtual city is not like the real one; no promise and no threshold hangs on it)",
      ]
    : lines;
};

export const renderGoals = (run: Run): readonly string[] => [
  ...under("Thresholds", [...thresholdLines(run), ...unknownLines(run)]),
  ...under("Beside published figures", rangeLines(run)),
];

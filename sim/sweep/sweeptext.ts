// A sweep as a person reads it on the terminal: a line a run, with the figures that are not the same in all of them, and the verdict last.
// What the records are worth and what they cost is always shown: with retention set, that is the retention curve from real runs.
// Every figure stands in the files; nothing is computed here.
import { written } from "../compare/comparetext.ts";
import { figures } from "../compare/figures.ts";
import { alignedTable } from "../output/table.ts";
import { sweptColumns, type Sweep } from "../results/sweep.ts";
import { settingsText } from "./grid.ts";

const alwaysShown = 2;

const verdictOf = ({ runs }: Sweep): readonly string[] => {
  const broken = runs.filter(({ promisesBroken }) => promisesBroken.length > 0);
  const [first] = broken;
  return first === undefined
    ? [`Verdict: no promise is broken in any of ${String(runs.length)} runs.`]
    : [
        ...broken.map(
          ({ set, promisesBroken }) => `Broken with ${settingsText(set)}: ${promisesBroken.join(", ")}.`,
        ),
        `See it again with: ${first.command}`,
      ];
};

export const renderSweep = (sweep: Sweep, out: string): readonly string[] => {
  const { scenario, people, venues, days, seed, asked, runs } = sweep;
  const always = new Set(figures.slice(0, alwaysShown).map(({ id }) => id));
  const known = new Set(figures.map(({ id }) => id));
  const shown = sweptColumns(sweep).filter(
    ([name, of]) => !known.has(name) || always.has(name) || new Set(runs.map(of)).size > 1,
  );
  const cell = (name: string, text: string): string =>
    known.has(name) && text !== "" ? written(Number(text)) : text;
  const cut = runs.length < asked ? ` (interrupted: ${String(runs.length)} of ${String(asked)} runs)` : "";
  const size = `${people.toLocaleString("en-US")} people, ${venues.toLocaleString("en-US")} venues, ${String(days)} ${days === 1 ? "day" : "days"}`;
  return [
    `${scenario}${cut}`,
    `  the same people in every run: ${size}, seed ${String(seed)}`,
    "",
    ...alignedTable([
      shown.map(([name]) => name),
      ...runs.map((run) => shown.map(([name, of]) => cell(name, of(run)))),
    ]).map((line) => `  ${line}`),
    "",
    ...figures
      .filter(({ id }) => shown.some(([name]) => name === id))
      .map(({ id, says, unit }) => `  ${id}: ${says}${unit === "" ? "" : `, in ${unit}`}`),
    "",
    "Files",
    `  ${out}/sweep.csv and sweep.json (all figures, and the command of each run)`,
    "",
    ...verdictOf(sweep),
  ];
};

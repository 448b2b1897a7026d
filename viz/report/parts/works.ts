// How often each kind of work was done, how many a second, and how long it took.
// Columns of which no kind of work knows anything are left out; at a level that measures no time only counts are left.
import type { RunReported, Work } from "../form.ts";
import { addPart, type Part } from "./part.ts";
import { addTable, type Column } from "./table.ts";

const kinds = [
  "issuance",
  "checkIn",
  "lookup",
  "reidentification",
  "erasure",
] as const satisfies readonly (keyof RunReported)[];

export const addWorks: Part = (sheet, run, voice) => {
  const { words, figure } = voice;
  const measures: readonly (readonly [keyof Work, string])[] = [
    ["perSecond", words.perSecond],
    ["p50Ms", words.percentile("50")],
    ["p90Ms", words.percentile("90")],
    ["p99Ms", words.percentile("99")],
    ["p999Ms", words.percentile("99.9")],
    ["maxMs", words.longest],
  ];
  const isKnown = (measure: keyof Work): boolean => kinds.some((kind) => run[kind][measure] !== undefined);
  const columns = measures
    .filter(([measure]) => isKnown(measure))
    .map(([measure, name]): Column<(typeof kinds)[number]> => ({
      name,
      says: (kind) => {
        const { count, [measure]: value } = run[kind];
        return count === 0 || value === undefined ? "" : figure(value);
      },
      isNumber: true,
    }));
  addTable(
    addPart(sheet, voice, "works", words.works, columns.length > 0 ? words.worksReal : words.worksCounted),
    [
      { name: words.work, says: (kind) => words[kind] },
      { name: words.count, says: (kind) => figure(run[kind].count), isNumber: true },
      ...columns,
    ],
    kinds,
  );
};

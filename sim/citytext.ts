// What the city itself did in a run, as lines of the terminal's report: the infection, what the records were worth, the line before the service.
// The report has them where the run knows of them, and is silent where nothing was infectious and nothing limited.
// It renders figures of run.json and computes none.
import { counted, grouped, under } from "./reportlines.ts";
import { measures } from "./results/measures.ts";
import type { Run } from "./results/run.ts";

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;
const daysAbout = (days: number): string => `${grouped(days)} ${days === 1 ? "day" : "days"}`;

const infectionLines = ({ infection, tracing }: Run): readonly string[] => [
  ...(infection === undefined || infection.infected === 0
    ? []
    : [
        counted(
          "people infected",
          infection.infected,
          `${grouped(infection.index)} known from the beginning, ${grouped(infection.reported)} reported`,
        ),
      ]),
  ...(tracing === undefined
    ? []
    : [
        counted(
          "contacts found",
          tracing.found,
          `of ${grouped(tracing.contacts)} true contacts of reported people${tracing.contacts === 0 ? "" : ` (${percent(tracing.found / tracing.contacts)})`}`,
        ),
      ]),
];

const lineLines = (run: Run): readonly string[] => {
  const { shedShare, visitsLost, issuanceWaitP99 } = measures;
  const share = shedShare.of(run);
  if (share === undefined) return [];
  const shed = run.days.reduce((all, day) => all + (day.shed ?? 0), 0);
  const longest = Math.max(0, ...run.days.map(({ waiting }) => waiting ?? 0));
  const waitMs = issuanceWaitP99.of(run);
  return [
    counted("asks told to come back", shed, `${percent(share)} of all asks for a pass`),
    counted("visits lost", visitsLost.of(run) ?? 0, "whose people gave up before they had a pass"),
    counted("longest line", longest, `people waiting at once, over ${daysAbout(run.days.length)}`),
    ...(waitMs === undefined
      ? []
      : [
          counted(
            "longest wait",
            waitMs,
            `ms: 99 of 100 waited no longer in the worst ten minutes of ${run.profile?.day ?? "the busiest day"}`,
          ),
        ]),
  ];
};

export const renderCity = (run: Run): readonly string[] => [
  ...under("Infection and tracing", infectionLines(run)),
  ...under("The line before the service", lineLines(run)),
];

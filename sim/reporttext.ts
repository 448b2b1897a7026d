// What a person reads on the terminal when a run is over: what was simulated, counted, measured and promised, and where the files are.
// It renders run.json to lines and prints nothing itself; every figure is in that file too.
// What a level does not do is not told as if it had been done: at the policy level no pass is made and no service measured.
import { renderCity } from "./citytext.ts";
import { renderGoals } from "./goalstext.ts";
import { counted, grouped, row, under } from "./reportlines.ts";
import type { Level } from "./results/manifest.ts";
import type { Run } from "./results/run.ts";

const work = (name: string, { count, perSecond, p50Ms, p99Ms }: Run["issuance"]): string =>
  count === 0
    ? counted(name, 0, "none in this run")
    : counted(
        name,
        count,
        ...(perSecond === undefined ? [] : [`${grouped(perSecond)}/s`.padStart(12)]),
        ...(p50Ms === undefined || p99Ms === undefined
          ? []
          : [`half within ${p50Ms.toFixed(2)} ms, 99 % within ${p99Ms.toFixed(2)} ms`]),
      );

/** The preset, and what the scenario set otherwise: `2020-07 with passLifetime 5s`. */
const policyText = ({ preset, set }: Run["manifest"]["policy"]): string =>
  [preset, ...Object.entries(set).map(([name, value]) => `${name} ${String(value)}`)].join(" with ");

/** What is real at each level. */
const reality: Readonly<Record<Level, string>> = {
  policy:
    "the law's decisions, one by one; passes are counted and not made, and there is no service and no store",
  service: "services, passes, signatures, stores; only time is virtual",
  load: "servers in processes of their own, passes, signatures, stores, and time",
};

const durabilities = {
  full: "every batch on disk before its answer",
  normal: "safe against a crash of the process, not of the machine",
} as const;

const measuredLines = (run: Run): readonly string[] => {
  const { manifest, pace } = run;
  if (pace !== undefined) {
    const threads = manifest.workers ?? 1;
    return [
      "Decided, in real time on this machine",
      counted(
        "decisions of the law",
        pace.decisions,
        `${grouped(pace.perSecond)}/s`.padStart(12),
        `in ${pace.seconds.toFixed(1)} s, ${String(threads)} ${threads === 1 ? "thread" : "threads"}`,
      ),
    ];
  }
  return [
    `Measured in real time on this machine (stores: ${durabilities[manifest.durability ?? "normal"]})`,
    work("issuance", run.issuance),
    work("check-in (scans answered)", run.checkIn),
    work("lookup", run.lookup),
    work("re-identification", run.reidentification),
    work("erasure", run.erasure),
  ];
};

const countedLines = ({ manifest, issuance, records, accounts, cases, lookup }: Run): readonly string[] => [
  counted(
    "passes issued",
    issuance.count,
    ...(manifest.passes === "counted" ? ["counted at their decision, none was made"] : []),
  ),
  counted(
    "check-ins stored",
    records.recorded,
    `${grouped(records.live)} live, ${grouped(records.erased)} erased`,
  ),
  counted(
    "phones verified",
    accounts.verified,
    `${grouped(accounts.withdrawn)} consents withdrawn, ${grouped(accounts.ended)} accounts ended`,
  ),
  counted(
    "cases requested",
    cases.requested,
    `${grouped(cases.approved)} approved, ${grouped(cases.answered)} answered`,
  ),
  counted(
    "people re-identified",
    cases.people,
    `under those cases; ${grouped(cases.nobody)} records with nobody behind them any more, ${grouped(cases.wrong)} wrong`,
  ),
  counted("lookups", lookup.count, "questions to the custodian: one venue, one window"),
];

const verdictMark = { held: "held", broken: "BROKEN", "never exercised": "never exercised" } as const;

const withVerdict = ({ promises }: Run, wanted: Run["promises"][number]["verdict"]): Run["promises"] =>
  promises.filter(({ verdict }) => verdict === wanted);

const promiseLines = (run: Run): readonly string[] => [
  ...run.promises.map(({ id, verdict, checked, clauses }) =>
    row(
      id,
      verdictMark[verdict].padEnd(16),
      `${grouped(checked).padStart(10)} checked`,
      `(${clauses.join(", ")})`,
    ),
  ),
  ...withVerdict(run, "broken").flatMap(({ id, breach, story = [], replay }) => [
    `  ${id} is broken: ${breach ?? "see run.json"}`,
    ...story.map((line) => `    ${line}`),
    ...(replay === undefined ? [] : [`    All of it: ${replay}`]),
  ]),
  ...(withVerdict(run, "never exercised").length > 0
    ? ["  (never exercised: nothing happened that could have broken it; more days or people will)"]
    : []),
  ...(run.trace === undefined ? [] : [row("trace", run.trace.sentence)]),
  ...(run.traceHash === undefined ? [] : [row("trace hash", run.traceHash.slice(0, 16))]),
];

/** What a run in which nothing was broken and nothing missed comes to, in a line. */
export const verdictText = (run: Run): string => {
  const idle = withVerdict(run, "never exercised").length;
  const { thresholds = [] } = run;
  return [
    `Verdict: ${String(withVerdict(run, "held").length)} promises held`,
    ...(idle === 0 ? [] : [`${String(idle)} never exercised`]),
    ...(thresholds.length === 0 ? [] : [`thresholds met: ${String(thresholds.length)}`]),
  ].join(", ");
};

export const renderRun = (run: Run, files: readonly string[]): readonly string[] => {
  const { manifest } = run;
  const days = `${grouped(manifest.days)} ${manifest.days === 1 ? "day" : "days"}`;
  return [
    `${manifest.scenario}${manifest.complete ? "" : " (interrupted: what there is)"}`,
    row(
      "simulated",
      `${grouped(manifest.people)} people, ${grouped(manifest.venues)} venues, ${days}, seed ${String(manifest.seed)}, policy ${policyText(manifest.policy)}`,
    ),
    row("real", reality[manifest.level]),
    ...under("Counted", countedLines(run)),
    ...renderCity(run),
    ...under(
      "Refused, by reason",
      Object.entries(run.refusals)
        .toSorted(([, a], [, b]) => b - a)
        .map(([code, count]) => counted(code, count)),
    ),
    "",
    ...measuredLines(run),
    ...under("Promises", promiseLines(run)),
    ...renderGoals(run),
    ...under(
      "Files",
      files.map((file) => `  ${file}`),
    ),
  ];
};

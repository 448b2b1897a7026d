// What a person reads on the terminal when a run is over: what was simulated, counted, measured and promised, and where the files are.
// It renders run.json to lines and prints nothing itself; every figure is in that file too.
import { renderGoals } from "./goalstext.ts";
import type { Run } from "./results/run.ts";

const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");
const row = (name: string, ...values: readonly string[]): string =>
  `  ${name.padEnd(30)}${values.join("  ")}`;

const counted = (name: string, count: number, ...about: readonly string[]): string =>
  row(name, grouped(count).padStart(10), ...about);

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

const verdictMark = { held: "held", broken: "BROKEN", "never exercised": "never exercised" } as const;

const realAt = {
  policy: "the law as it is generated; passes are counted, and time is virtual",
  service: "services, passes, signatures, stores; only time is virtual",
  load: "servers in processes of their own, asked over HTTP; and time",
} as const;

export const renderRun = (run: Run, files: readonly string[]): readonly string[] => {
  const { manifest, records, accounts, cases } = run;
  const broken = run.promises.filter(({ verdict }) => verdict === "broken");
  return [
    `${manifest.scenario}${manifest.complete ? "" : " (interrupted: what there is)"}`,
    row(
      "simulated",
      `${grouped(manifest.people)} people, ${grouped(manifest.venues)} venues, ${grouped(manifest.days)} ${manifest.days === 1 ? "day" : "days"}, seed ${String(manifest.seed)}, policy ${policyText(manifest.policy)}`,
    ),
    row("real", realAt[manifest.level]),
    "",
    "Counted",
    counted("passes issued", run.issuance.count),
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
    counted("lookups", run.lookup.count, "questions to the custodian: one venue, one window"),
    "",
    "Refused, by reason",
    ...Object.entries(run.refusals)
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, count]) => counted(code, count)),
    "",
    `Measured in real time on this machine (stores: ${manifest.durability === "full" ? "every batch on disk before its answer" : "safe against a crash of the process, not of the machine"})`,
    work("issuance", run.issuance),
    work("check-in (scans answered)", run.checkIn),
    work("lookup", run.lookup),
    work("re-identification", run.reidentification),
    work("erasure", run.erasure),
    "",
    "Promises",
    ...run.promises.map(({ id, verdict, checked, clauses }) =>
      row(
        id,
        verdictMark[verdict].padEnd(16),
        `${grouped(checked).padStart(10)} checked`,
        `(${clauses.join(", ")})`,
      ),
    ),
    ...broken.map(({ id, breach }) => `  ${id} is broken: ${breach ?? "see run.json"}`),
    ...(run.promises.some(({ verdict }) => verdict === "never exercised")
      ? ["  (never exercised: nothing happened that could have broken it; more days or people will)"]
      : []),
    ...(run.trace === undefined ? [] : [row("trace", run.trace.sentence)]),
    ...(run.traceHash === undefined ? [] : [row("trace hash", run.traceHash.slice(0, 16))]),
    ...renderGoals(run),
    "",
    "Files",
    ...files.map((file) => `  ${file}`),
  ];
};

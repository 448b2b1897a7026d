// What a person reads on the terminal when a run is over: what was simulated, counted, measured and promised, and where the files are.
// It renders run.json to lines and prints nothing itself; every figure is in that file too.
import type { Run } from "./results/run.ts";

const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");
const row = (name: string, ...values: readonly string[]): string =>
  `  ${name.padEnd(30)}${values.join("  ")}`;

const work = (name: string, { count, perSecond, p50Ms, p99Ms }: Run["issuance"]): string =>
  row(
    name,
    grouped(count).padStart(10),
    `${grouped(perSecond)}/s`.padStart(12),
    `half within ${p50Ms.toFixed(2)} ms, 99 % within ${p99Ms.toFixed(2)} ms`,
  );

const verdictMark = { held: "held", broken: "BROKEN", "never exercised": "never exercised" } as const;

export const renderRun = (run: Run, files: readonly string[]): readonly string[] => {
  const { manifest, records, accounts, cases } = run;
  const broken = run.promises.filter(({ verdict }) => verdict === "broken");
  return [
    `${manifest.scenario}${manifest.complete ? "" : " (interrupted: what there is)"}`,
    row(
      "simulated",
      `${grouped(manifest.people)} people, ${grouped(manifest.venues)} venues, ${String(manifest.days)} days, seed ${String(manifest.seed)}, policy ${manifest.policy.preset}`,
    ),
    row("real", "services, passes, signatures, stores; only time is virtual"),
    "",
    "Counted",
    row("passes issued", grouped(run.issuance.count).padStart(10)),
    row(
      "check-ins stored",
      grouped(records.recorded).padStart(10),
      `${grouped(records.live)} live, ${grouped(records.erased)} erased`,
    ),
    row(
      "phones verified",
      grouped(accounts.verified).padStart(10),
      `${grouped(accounts.withdrawn)} withdrawals`,
    ),
    row("cases", grouped(cases.requested).padStart(10), `${grouped(cases.answered)} answered`),
    row(
      "people re-identified",
      grouped(cases.people).padStart(10),
      `${grouped(cases.nobody)} records with nobody behind them any more, ${grouped(cases.wrong)} wrong`,
    ),
    "",
    "Refused, by reason",
    ...Object.entries(run.refusals)
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, count]) => row(code, grouped(count).padStart(10))),
    "",
    `Measured in real time on this machine (stores: ${manifest.durability === "full" ? "every batch on disk before its answer" : "safe against a crash of the process, not of the machine"})`,
    work("issuance", run.issuance),
    work("check-in", run.checkIn),
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
    row("trace", run.trace.sentence),
    row("trace hash", run.traceHash.slice(0, 16)),
    "",
    "Files",
    ...files.map((file) => `  ${file}`),
  ];
};

// An audit's report as a table for people: one line a log, then what is wrong, one sentence each, what was left out, the numbers
// of the law that the parties were held to, and the verdict. Scripts read the JSON instead. It computes nothing.
import { millisecondsADay } from "../../../models/policy.ts";
import type { AuditReport } from "./audit.ts";
import { counted, instantText } from "./finding.ts";

const heads = ["log", "entries", "checkpoints", "cosigners", "cases", "days", "wrong"] as const;

const minuteMs = 60_000;

/** What the parties were held to, and by which law. */
export const lawLine = ({ law }: AuditReport): string =>
  `Held to the law ${law.modelHash.slice(0, 12)}, preset ${law.preset}: retention ${String(law.retention / millisecondsADay)} days, ` +
  `sweeps at most ${String(law.sweepLateness / minuteMs)} minutes late, ` +
  `${counted(law.officersRequired, "officer")}, ${counted(law.witnessesRequired, "cosigner")}.`;

export const verdictLine = ({ findings, logs }: AuditReport): string =>
  findings.length === 0
    ? `Nothing is wrong in ${counted(logs.length, "log")}.`
    : `${counted(findings.length, "thing is", "things are")} wrong.`;

export const renderAudit = (report: AuditReport): readonly string[] => {
  const rows = report.logs.map((log) => [
    log.party,
    String(log.entries),
    String(log.checkpoints),
    String(log.cosigners),
    String(log.cases),
    String(log.days),
    String(log.findings),
  ]);
  const cells = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...cells.map((line) => (line[column] ?? "").length)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
  return [
    ...lines,
    "",
    ...report.findings.map(({ code, party, sentence }) => `${party}: ${code}: ${sentence}`),
    ...report.unchecked.map((what) => `Not checked: ${what}.`),
    ...(report.findings.length + report.unchecked.length > 0 ? [""] : []),
    `Read at ${instantText(report.readAtMs)}.`,
    lawLine(report),
    verdictLine(report),
  ];
};

// Whether every day ended in time, and nothing of it was lost on the way: the end of a day is its start in Seoul plus the
// retention, and a sweep may be late by what the law allows. What the custodian counts in public must be what it says in its
// log: recorded = live + erased, day by day and in all.
import { millisecondsADay } from "../../../models/policy.ts";
import type { KeysErased, VisitsErased } from "../../protocol/logentries.ts";
import { startOfSeoulDayMs } from "../../protocol/seoulday.ts";
import type { AuditedLaw, CountsCopy, VisitCounts } from "./copies.ts";
import { findingsOf, instantText, type Finding, type Found } from "./finding.ts";
import type { Told } from "./told.ts";

type DayErased = VisitsErased | KeysErased;

const isErased = (told: Told): told is Told<DayErased> => told.entry.kind === "day.erased";
const isVisitsErased = (told: Told): told is Told<VisitsErased> =>
  told.entry.kind === "day.erased" && "recorded" in told.entry;

/** The Seoul day of a date as people write it; undefined for anything else. */
export const dayOfDate = (date: string): number | undefined => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? [];
  const start = Date.parse(`${year ?? ""}-${month ?? ""}-${day ?? ""}T00:00:00Z`);
  return Number.isNaN(start) ? undefined : start / millisecondsADay;
};

/** A day as people write it, whatever number a log has written there. */
export const dayText = (day: number): string => instantText(day * millisecondsADay).slice(0, 10);

const isBalanced = ({ recorded, live, erased }: VisitCounts): boolean => recorded === live + erased;

export const endOf = (day: number, { retention }: AuditedLaw): number => startOfSeoulDayMs(day) + retention;

const checkStatement = ({ party, entry }: Told<DayErased>, law: AuditedLaw): readonly Finding[] => {
  const found = findingsOf(party);
  const { day, erasedAtMs } = entry;
  const said = `The day ${dayText(day)} was erased at ${instantText(erasedAtMs)}`;
  const end = endOf(day, law);
  const findings: Finding[] = [];
  if (!(end + law.sweepLateness >= erasedAtMs))
    findings.push(found("day-late", `${said}, and had to be by ${instantText(end + law.sweepLateness)}.`));
  if (!(erasedAtMs >= end))
    findings.push(found("day-early", `${said}, before its end at ${instantText(end)}.`));
  if ("recorded" in entry && entry.recorded !== entry.erased)
    findings.push(
      found(
        "balance-off",
        `Of the day ${dayText(day)} it recorded ${String(entry.recorded)} visits and erased ${String(entry.erased)}.`,
      ),
    );
  return findings;
};

const saidTwice = (statements: readonly Told<DayErased>[]): readonly Finding[] => {
  const seen = new Set<string>();
  return statements.flatMap(({ party, entry }) => {
    const name = `${party} ${String(entry.day)}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      findingsOf(party)("day-twice", `It says more than once that the day ${dayText(entry.day)} was erased.`),
    ];
  });
};

type CountedDay = CountsCopy["days"][number];

const checkCountedDay = (
  found: Found,
  counts: CountedDay,
  stated: VisitsErased | undefined,
  readAtMs: number,
  law: AuditedLaw,
): readonly Finding[] => {
  const { date, recorded, live, erased } = counts;
  const day = dayOfDate(date);
  const numbers = `${String(recorded)} recorded, ${String(live)} live, ${String(erased)} erased`;
  if (day === undefined) return [found("counts-unreadable", `It counts a day that is none: ${date}.`)];
  if (!isBalanced(counts)) return [found("balance-off", `Of the day ${dayText(day)} it counts ${numbers}.`)];
  if (stated !== undefined)
    return live === 0 && stated.recorded === recorded && stated.erased === erased
      ? []
      : [
          found(
            "balance-off",
            `Of the day ${dayText(day)} it counts ${numbers}, and its log says ${String(stated.recorded)} recorded, ${String(stated.erased)} erased.`,
          ),
        ];
  const deadline = endOf(day, law) + law.sweepLateness;
  const isWhole = erased === 0 || live === 0;
  // Until then a statement may still wait for the others to cosign it.
  if (deadline >= readAtMs && isWhole) return [];
  return live > 0 && isWhole
    ? [
        found(
          "day-overdue",
          `The day ${dayText(day)} had to be erased by ${instantText(deadline)}, and is not.`,
        ),
      ]
    : [
        found(
          "erasure-unstated",
          `Of the day ${dayText(day)} it counts ${numbers}, and its log says nothing.`,
        ),
      ];
};

/** `custodian` is the name on its card. */
export const checkCounts = (
  custodian: string,
  told: readonly Told[],
  counts: CountsCopy,
  readAtMs: number,
  law: AuditedLaw,
): readonly Finding[] => {
  const found = findingsOf(custodian);
  const stated = new Map(told.filter(isVisitsErased).map(({ entry }) => [entry.day, entry]));
  const sum = (field: keyof VisitCounts) => counts.days.reduce((total, day) => total + day[field], 0);
  const isSum = (["recorded", "live", "erased"] as const).every((field) => sum(field) === counts[field]);
  const countedDays = new Set(counts.days.map(({ date }) => dayOfDate(date)));
  return [
    ...(isSum && isBalanced(counts)
      ? []
      : [
          found(
            "balance-off",
            `In all it counts ${String(counts.recorded)} recorded, ${String(counts.live)} live, ${String(counts.erased)} erased, ` +
              `and over its days ${String(sum("recorded"))}, ${String(sum("live"))}, ${String(sum("erased"))}.`,
          ),
        ]),
    ...counts.days.flatMap((each) =>
      checkCountedDay(found, each, stated.get(dayOfDate(each.date) ?? Number.NaN), readAtMs, law),
    ),
    ...[...stated.keys()]
      .filter((day) => !countedDays.has(day))
      .map((day) =>
        found(
          "balance-off",
          `Its log says that the day ${dayText(day)} was erased, and it counts no such day.`,
        ),
      ),
  ];
};

export const checkDays = (told: readonly Told[], law: AuditedLaw): readonly Finding[] => {
  const statements = told.filter(isErased);
  return [...saidTwice(statements), ...statements.flatMap((each) => checkStatement(each, law))];
};

// Whether an issuer left a whole day out of its log: the custodian says of each day that ended which issuers had registered epochs
// for it, and each of those must say itself that the day's keys and aliases have ended.
// Of a day that has not ended at the custodian nobody has said anything yet, and this says nothing either.
import type { KeysErased, VisitsErased } from "../../protocol/logentries.ts";
import type { AuditedLaw } from "./copies.ts";
import { dayText, endOf } from "./daychecks.ts";
import { counted, findingsOf, instantText, type Finding } from "./finding.ts";
import type { Told } from "./told.ts";

/** An issuer whose log was read. */
export interface AuditedIssuer {
  readonly party: string;
  readonly number: number;
}

export interface DepositsChecked {
  readonly findings: readonly Finding[];
  /** What could not be compared. */
  readonly unchecked: readonly string[];
}

const isVisitsErased = (told: Told): told is Told<VisitsErased> =>
  told.entry.kind === "day.erased" && "recorded" in told.entry;
const isKeysErased = (told: Told): told is Told<KeysErased> =>
  told.entry.kind === "day.erased" && "keys" in told.entry;

export const checkDeposits = (
  told: readonly Told[],
  issuers: readonly AuditedIssuer[],
  readAtMs: number,
  law: AuditedLaw,
): DepositsChecked => {
  const statements = told.filter(isVisitsErased);
  const ended = new Set(
    told.filter(isKeysErased).map(({ number, entry }) => `${String(number)} ${String(entry.day)}`),
  );
  const named = new Map(issuers.map(({ number, party }) => [number, party]));
  const unread = new Set<number>();
  const findings = statements.flatMap(({ entry: { day, deposits = [] } }) =>
    deposits.flatMap(({ issuer, epochs }): readonly Finding[] => {
      const party = named.get(issuer);
      if (party === undefined) {
        unread.add(issuer);
        return [];
      }
      const deadline = endOf(day, law) + law.sweepLateness;
      // Until then its statement may still wait for the others to cosign it.
      if (ended.has(`${String(issuer)} ${String(day)}`) || deadline >= readAtMs) return [];
      return [
        findingsOf(party)(
          "day-omitted",
          `The custodian's log says that it registered ${counted(epochs, "epoch")} for the day ${dayText(day)}, ` +
            `and its own log does not say by ${instantText(deadline)} that the day was erased.`,
        ),
      ];
    }),
  );
  const silent = statements.filter(({ entry }) => entry.deposits === undefined).length;
  return {
    findings,
    unchecked: [
      ...[...unread]
        .sort((one, other) => one - other)
        .map((issuer) => `that issuer ${String(issuer)} left no day out: its log was not read`),
      ...(silent === 0
        ? []
        : [
            `that no issuer left a day out of ${counted(silent, "day")}: the custodian did not say who had registered epochs`,
          ]),
    ],
  };
};

// What the logs tell, once their entries are read: every entry with the party that wrote it, and whatever is no entry, or stands
// in a log where it cannot, as a finding. The checks of cases and of days take it from here.
import type { CardKind } from "../../protocol/card.ts";
import { decodeEntry, type LogEntry } from "../../protocol/logentries.ts";
import type { LogCopy } from "./copies.ts";
import { findingsOf, type Finding } from "./finding.ts";

export interface Told<Entry extends LogEntry = LogEntry> {
  readonly party: string;
  readonly kind: CardKind;
  /** An issuer's number; 0 for the others. */
  readonly number: number;
  readonly entry: Entry;
}

/** Which entries a party of each kind writes. */
const writes: Partial<Record<CardKind, readonly LogEntry["kind"][]>> = {
  authority: ["case.approved", "roster.changed"],
  custodian: ["case.released", "day.erased", "roster.changed"],
  issuer: ["case.answered", "day.erased", "roster.changed"],
};

/** A custodian speaks of visits where an issuer speaks of keys. */
const isItsOwn = (kind: CardKind, entry: LogEntry): boolean =>
  writes[kind]?.includes(entry.kind) === true &&
  (entry.kind !== "day.erased" || "recorded" in entry === (kind === "custodian"));

export const toldBy = (
  copy: LogCopy,
): { readonly told: readonly Told[]; readonly findings: readonly Finding[] } => {
  const { name, kind, number } = copy.card;
  const found = findingsOf(name);
  const told: Told[] = [];
  const findings: Finding[] = [];
  for (const [index, bytes] of copy.entries.entries()) {
    const entry = decodeEntry(bytes);
    if (entry === undefined)
      findings.push(
        found("entry-unknown", `The entry at place ${String(index)} is of no kind that is known.`),
      );
    else if (!isItsOwn(kind, entry))
      findings.push(
        found(
          "entry-misplaced",
          `The entry at place ${String(index)}, ${entry.kind}, is not this party's to write.`,
        ),
      );
    else told.push({ party: name, kind, number, entry });
  }
  return { told, findings };
};

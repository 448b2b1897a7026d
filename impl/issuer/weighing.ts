/**
 * Asks the law whether a code may be sent, and changes nothing: it decides over a copy of the person's rows that is thrown away.
 * A code leaves the house only after a yes, and is written down as sent only after the carrier took it.
 * So a carrier that is slow or away holds nobody's row, and what it did not send counts as not sent.
 */
import { makeConsentColumns } from "../generated/core/consent.ts";
import { asCrisisColumns } from "../generated/core/crisis.ts";
import { makeVerificationColumns } from "../generated/core/verification.ts";
import { issuerSendCode } from "../generated/rules/issuer.ts";
import type { IssuerDecider } from "../generated/services/issuer.ts";
import { makeStepLog } from "../lifecycle/core.ts";
import type { Book } from "../store/book.ts";
import type { Columns } from "../store/rowtable.ts";
import { country } from "./decidingparts.ts";

interface Rows {
  readonly consent: number;
  readonly verification: number;
}

/** Answers like the rule itself would. */
export type Weigh = (rows: Rows, sendsByOthers: number, sendsFromNetwork: number, atMs: number) => number;

const copy = ({ table, columns }: Book, slot: number, target: Columns): void => {
  for (const name of ["state", ...table.fields.map((field) => field.name)]) {
    const column = target[name];
    if (column !== undefined) column[0] = columns[name]?.[slot] ?? 0;
  }
};

export const makeWeighing = ({ books, desk }: IssuerDecider): Weigh => {
  const consent = makeConsentColumns(1);
  const verification = makeVerificationColumns(1);
  const log = makeStepLog();
  return (rows, sendsByOthers, sendsFromNetwork, atMs) => {
    const crisis = asCrisisColumns(books.crisis.columns);
    if (crisis === undefined) throw new TypeError("the book of the crisis level is of another machine");
    copy(books.consent, rows.consent, { ...consent });
    copy(books.verification, rows.verification, { ...verification });
    log.length = 0;
    return issuerSendCode(
      crisis,
      books.crisis.slot(country),
      consent,
      0,
      verification,
      0,
      sendsByOthers,
      sendsFromNetwork,
      atMs,
      desk.policy,
      log,
    );
  };
};

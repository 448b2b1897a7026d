/**
 * Lets what is due of a person's account end before their request is decided, exactly as a sweep at that instant would.
 * An account that has ended takes with it a consent that has no end of its own (clause C9), and who asks then begins anew.
 * Whether anything is due is decided by the generated core alone.
 */
import { asConsentColumns, consentConsentWithdrawn } from "../generated/core/consent.ts";
import { asVerificationColumns, settleVerification } from "../generated/core/verification.ts";
import type { IssuerDecider } from "../generated/services/issuer.ts";
import { never } from "../lifecycle/core.ts";
import { toldIn } from "../lifecycle/desk.ts";
import type { Book } from "../store/book.ts";

/** A row that is gone is one at rest for whoever comes next, in this batch as in any later one. */
const rest = ({ table, columns }: Book, slot: number): void => {
  if (table.gone[columns.state[slot] ?? 0] === true) columns.state[slot] = 0;
};

/** Settles the rows in these slots at an instant; answers whether the account has ended by it. */
export type Expire = (consent: number, verification: number, atMs: number) => boolean;

export const makeExpire = ({ books, desk }: IssuerDecider): Expire | undefined => {
  const consents = asConsentColumns(books.consent.columns);
  const verifications = asVerificationColumns(books.verification.columns);
  if (consents === undefined || verifications === undefined) return undefined;
  return (consent, verification, atMs) => {
    settleVerification(verifications, verification, 0, atMs, desk.policy, desk.log);
    const hasEnded = desk.log.length > 0 && toldIn(desk.log).includes("account.ended");
    desk.absorb();
    if (hasEnded && consents.endsAt[consent] === never) {
      consentConsentWithdrawn(consents, consent, atMs, desk.policy, desk.log);
      desk.absorb();
    }
    rest(books.verification, verification);
    rest(books.consent, consent);
    return hasEnded;
  };
};

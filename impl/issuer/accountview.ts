/**
 * What the issuer holds about a person, all of it, in words and as data: the answer to "what do you hold about me?".
 * It reads only the account of the session that asks, so that whoever has a number now sees nothing of its former holder.
 * What it does not list one by one, it says in words: that there are such things, how many at most, and until when.
 */
import { Effect } from "effect";
import type { ConsentLifecycleService } from "../generated/services/consent.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { LifecycleService } from "../lifecycle/lifecycleservice.ts";
import type { AccountView } from "../protocol/http/accountview.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { accountWords } from "./accountwords.ts";
import { nameOf, type Accounts, type Holder } from "./accounts.ts";
import type { ConsentRecords } from "./consentrecords.ts";
import type { Disclosed } from "./disclosed.ts";
import type { Guardians } from "./guardians.ts";
import type { Notices } from "./notices.ts";
import type { PassRate } from "./passrate.ts";
import { standingOf } from "./standing.ts";

export interface AccountViewParts {
  readonly accounts: Accounts;
  readonly consent: ConsentLifecycleService;
  readonly verification: LifecycleService;
  readonly records: ConsentRecords;
  readonly disclosed: Disclosed;
  readonly notices: Notices;
  readonly guardians: Guardians;
  readonly rate: PassRate;
  readonly policy: PolicyNumbers;
}

const instant = (value: unknown): string | null => (typeof value === "number" ? seoulInstant(value) : null);
const count = (value: unknown): number => (typeof value === "number" ? value : 0);

export const makeAccountView = (parts: AccountViewParts) => {
  const { accounts, consent, verification, records, disclosed, notices, guardians, rate, policy } = parts;

  return Effect.fnUntraced(function* (
    holder: Holder,
    nowMs: number,
  ): Effect.fn.Return<AccountView, StoreUnavailable> {
    const row = yield* accounts.ofSession(holder.session);
    const key = String(row?.account ?? 0);
    const consented = yield* consent.read(key);
    const verified = yield* verification.read(key);
    const kept = row === undefined ? [] : yield* records.of(row.account);
    const cases = row === undefined ? [] : yield* disclosed.of(row.account, nowMs);
    const given = yield* Effect.forEach(kept, (record) =>
      Effect.map(notices.byHash(record.notice.hash), (text) => ({
        noticeVersion: record.notice.version,
        noticeHash: record.notice.hash,
        noticeTitle: text?.title ?? { ko: "", en: "" },
        purposes: record.notice.purposes,
        givenAt: seoulInstant(record.givenAtMs),
        endedAt: instant(record.endedAtMs),
        byGuardian: record.byGuardian,
      })),
    );
    const holdings = {
      phone: holder.phone,
      accountKept: row !== undefined,
      consent: {
        state: consented.state,
        givenAt: instant(consented.fields["givenAt"]),
        endsAt: instant(consented.fields["endsAt"]),
      },
      consentRecords: given,
      verification: {
        state: verified.state,
        verifiedUntil: instant(verified.fields["verifiedUntil"]),
        accountEndsAt: instant(verified.fields["accountEndsAt"]),
        lockedUntil: instant(verified.fields["lockedUntil"]),
        codeEndsAt: instant(verified.fields["codeEndsAt"]),
        wrongTries: count(verified.fields["tries"]),
        codesSent: count(verified.fields["sends"]),
      },
      passesInTheLastMinute: row === undefined ? 0 : rate.lastMinute(row.account, nowMs),
      disclosures: cases.length,
    };
    const standing = standingOf(
      { consent: consented, verification: verified, guardian: guardians.standing(nameOf(holder), nowMs) },
      nowMs,
      policy,
    );
    return { ...holdings, words: accountWords(holdings, policy), standing };
  });
};

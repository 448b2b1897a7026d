/**
 * What reaches an issuer from outside its people: the national crisis level, and a new notice.
 * Both take effect at once, in one transaction each batch of rows; both are refused with their codes like anything else.
 */
import { Effect } from "effect";
import { vocabularies } from "../../models/policy.ts";
import { refusalCodes } from "../generated/law.ts";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import { place } from "../lifecycle/policynumbers.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { CrisisLevel } from "../protocol/contracts.ts";
import type { StoreService } from "../store/store.ts";
import type { ConsentRecords } from "./consentrecords.ts";
import { country } from "./decidingparts.ts";

export interface NationalParts {
  readonly rules: IssuerRulesService;
  readonly store: StoreService;
  readonly clock: PartyClock;
  readonly records: ConsentRecords;
}

const consentsAtOnce = 10_000;
const outdatedBy = `SELECT key FROM consent WHERE state = 'given' AND "noticeVersion" <> ?1`;

const notAllowed = refusalCodes.indexOf("not-allowed");

const answered = (answer: number) =>
  isRefusal(answer) ? Effect.fail(new Refused({ code: refusalCode(answer) })) : Effect.void;

export const makeNational = ({ rules, store, clock, records }: NationalParts) => {
  const announceLevel = Effect.fnUntraced(function* (level: CrisisLevel) {
    const at = yield* clock.now;
    const answer = yield* rules.batch({ crisis: [country] }, (decide) =>
      Effect.tap(
        Effect.sync(() =>
          decide.announceLevel(decide.books.crisis.slot(country), place(vocabularies.crisisLevel, level), at),
        ),
        () => clock.remember(at),
      ),
    );
    yield* answered(answer);
  });

  const publishNotice = Effect.fnUntraced(function* (noticeVersion: number) {
    const at = yield* clock.now;
    const consents = (yield* store.values(outdatedBy, [noticeVersion])).map(([key]) => String(key));
    let outdated = 0;
    for (let start = 0; start < consents.length; start += consentsAtOnce) {
      const some = consents.slice(start, start + consentsAtOnce);
      const answer = yield* rules.batch({ consent: some }, (decide) =>
        Effect.gen(function* () {
          for (const key of some) {
            const told = decide.publishNotice(decide.books.consent.slot(key), noticeVersion, at);
            // A consent that had been due to end has ended by being asked, and no notice concerns it any more.
            if (told === notAllowed) continue;
            if (isRefusal(told)) return told;
            outdated += 1;
          }
          yield* clock.remember(at);
          return 0;
        }),
      );
      yield* answered(answer);
    }
    yield* records.outdate(at);
    return outdated;
  });

  return { announceLevel, publishNotice };
};

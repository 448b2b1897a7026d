// What each party decides in the story of story.ts, said to the generated deciders of the parties, in literal instants.
// Tokens and visits pass through a decision in a scratch slot, which is made ready here as the parties do it.
import { Effect } from "effect";
import { passPassIssued, passPassScanned, restPass } from "../../../impl/generated/core/pass.ts";
import { restVisit } from "../../../impl/generated/core/visit.ts";
import type { AuthorityDecider } from "../../../impl/generated/services/authority.ts";
import type { CustodianDecider } from "../../../impl/generated/services/custodian.ts";
import type { IssuerDecider } from "../../../impl/generated/services/issuer.ts";
import type { WitnessTrace } from "../../../sim/trace/witness.ts";

/** Wednesday 1 July 2020, noon in Seoul. */
export const noon = Date.UTC(2020, 6, 1, 3);
export const today = 18_444;
export const second = 1_000;
export const day = 86_400 * second;
export const person = "1";
export const country = "country";

export const tellIssuer = (
  decide: IssuerDecider,
  witness: WitnessTrace,
  epoch: string,
): Effect.Effect<void> =>
  Effect.sync(() => {
    const { books } = decide;
    const crisis = books.crisis.slot(country);
    const consent = books.consent.slot(person);
    const verification = books.verification.slot(person);
    const pass = (number: number, passesBefore: number, at: number): void => {
      restPass(decide.scratch.pass, 0);
      decide.issue(crisis, consent, verification, "", passesBefore, at);
      witness.nameToken(`${epoch}/${String(number)}`);
    };
    decide.announceLevel(crisis, 3, noon - second);
    decide.openDay(books.day.slot(String(today)), noon, noon);
    decide.agree(crisis, consent, 1, 0, 0, noon);
    decide.sendCode(crisis, consent, verification, 0, 0, noon);
    decide.checkCode(crisis, consent, verification, 0, noon + second);
    decide.checkCode(crisis, consent, verification, 1, noon + 2 * second);
    pass(4000, 0, noon + 3 * second);
    pass(17, 1, noon + 4 * second);
    pass(202, 2, noon + 5 * second);
  });

export const tellCustodian = (decide: CustodianDecider, epoch: string): Effect.Effect<void> =>
  Effect.sync(() => {
    const { books, scratch, desk } = decide;
    const crisis = books.crisis.slot(country);
    const scan = (
      of: string,
      issuedAt: number,
      isStored: boolean,
      visit: string,
      signed: number,
      at: number,
      late = at,
    ): void => {
      restPass(scratch.pass, 0);
      passPassIssued(scratch.pass, 0, issuedAt, desk.policy, desk.log);
      if (isStored) passPassScanned(scratch.pass, 0, issuedAt, desk.policy, desk.log);
      desk.log.length = 0;
      restVisit(scratch.visit, 0);
      if (late === at) decide.record(crisis, of, visit, 1, 1, 1, signed, 1, 1, 0, at, issuedAt, late);
      else decide.recordLate(crisis, of, visit, 1, 1, 1, signed, 1, 1, 0, at, issuedAt, 1, late);
    };
    decide.announceLevel(crisis, 3, noon - second);
    decide.openDay(books.day.slot(String(today)), noon, noon);
    scan(`${epoch}/4000`, noon + 3 * second, false, `${String(today)}/77001`, 1, noon + 10 * second);
    scan(`${epoch}/4000`, noon + 3 * second, true, `${String(today)}/77002`, 1, noon + 12 * second);
    scan(`${epoch}/999`, noon + 4 * second, false, `${String(today)}/77002`, 0, noon + 13 * second);
    scan("", noon, false, "", 0, noon + 14 * second);
    scan(`${epoch}/17`, noon + 4 * second, false, `${String(today)}/77002`, 1, noon + 15 * second);
    scan(
      `${epoch}/202`,
      noon + 5 * second,
      false,
      `${String(today)}/77003`,
      1,
      noon + 9 * second,
      noon + 600 * second,
    );
    decide.release(
      2,
      1,
      1,
      noon - 3600 * second,
      noon + 60 * second,
      noon + 700 * second,
      1,
      1,
      2,
      noon + 701 * second,
    );
    restVisit(scratch.visit, 0);
    scratch.visit.state[0] = 1;
    scratch.visit.eraseAt[0] = noon - day / 2 + 28 * day;
    decide.releaseVisit(`${String(today)}/77001`, noon + 701 * second);
  });

export const tellAuthority = (decide: AuthorityDecider, caseId: string): Effect.Effect<void> =>
  Effect.sync(() => {
    const { disclosure } = decide.books;
    const slot = disclosure.slot(caseId);
    const [first, other] = [disclosure.idOf("11"), disclosure.idOf("12")];
    decide.request(slot, first, 1, 1, noon - 3600 * second, noon + 60 * second, noon + 690 * second);
    decide.approve(slot, first, noon + 695 * second);
    decide.approve(slot, other, noon + 700 * second);
    decide.receiveRelease(slot, 1, noon + 701 * second);
    decide.receiveAnswer(slot, noon + 27 * day, noon + 702 * second);
  });

/** The issuer answers the case, and its person leaves. */
export const tellLeaving = (decide: IssuerDecider): Effect.Effect<void> =>
  Effect.sync(() => {
    const { consent, verification } = decide.books;
    decide.answer(1, 2, 1, 0, 1, 1, 2, noon + day, noon + 702 * second);
    decide.withdraw(consent.slot(person), verification.slot(person), noon + 800 * second);
  });

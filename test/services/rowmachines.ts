/**
 * The lifecycles kept as rows, each with its generated service: an event of the law becomes a call of its typed method.
 * The tests of this folder and the clause examples drive services through `tell`; nothing here decides or expects anything.
 * A machine that is kept as rows and missing here is found by rows.test.ts.
 */
import { Effect } from "effect";
import { ConsentLifecycle } from "../../impl/generated/services/consent.ts";
import { CrisisLifecycle } from "../../impl/generated/services/crisis.ts";
import { DayLifecycle } from "../../impl/generated/services/day.ts";
import { DisclosureLifecycle } from "../../impl/generated/services/disclosure.ts";
import { VerificationLifecycle } from "../../impl/generated/services/verification.ts";
import {
  consentTable,
  crisisTable,
  dayTable,
  disclosureTable,
  verificationTable,
} from "../../impl/generated/tables.ts";
import type { ToldName } from "../../impl/generated/law.ts";
import type { LifecycleService } from "../../impl/lifecycle/lifecycleservice.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import type { Book } from "../../impl/store/book.ts";
import type { RowTable } from "../../impl/store/rowtable.ts";
import type { Store } from "../../impl/store/store.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { consent } from "../../models/consent.ts";
import { crisis } from "../../models/crisis.ts";
import { day } from "../../models/day.ts";
import { disclosure } from "../../models/disclosure.ts";
import type { Happening } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { verification } from "../../models/verification.ts";
import { amountOf, flagOf, grounds, levels, textOf, wordOf } from "../../sim/conform/parties/given.ts";

type Answer = Effect.Effect<ToldName, Refused | StoreUnavailable>;
type Calls = Readonly<Record<string, (key: string, given: Happening["given"]) => Answer>>;

/** A generated lifecycle service, whichever it is. */
export interface DrivenService extends Pick<LifecycleService, "read" | "sweep"> {
  /** Calls the method of this event. */
  readonly tell: (key: string, event: Happening) => Answer;
}

export interface RowMachine {
  readonly machine: Lifecycle;
  readonly table: RowTable;
  /** The service over this book of the store. */
  readonly over: (book: Book) => Effect.Effect<DrivenService, never, Store>;
}

const driven = ({ read, sweep }: LifecycleService, calls: Calls): DrivenService => ({
  read,
  sweep,
  tell: (key, { type, given }) => {
    const call = calls[type];
    return call === undefined ? Effect.die(new Error(`no service has ${type}`)) : call(key, given);
  },
});

export const rowMachines: readonly RowMachine[] = [
  {
    machine: crisis,
    table: crisisTable,
    over: (book) =>
      Effect.map(CrisisLifecycle, (service) =>
        driven(service, {
          "level.announced": (key, given) =>
            service.levelAnnounced(key, { level: wordOf(given, "level", levels) }),
        }),
      ).pipe(Effect.provide(CrisisLifecycle.over(book))),
  },
  {
    machine: consent,
    table: consentTable,
    over: (book) =>
      Effect.map(ConsentLifecycle, (service) =>
        driven(service, {
          "consent.given": (key, given) =>
            service.consentGiven(key, { noticeVersion: amountOf(given, "noticeVersion") }),
          "consent.withdrawn": (key) => service.consentWithdrawn(key),
          "notice.published": (key, given) =>
            service.noticePublished(key, { noticeVersion: amountOf(given, "noticeVersion") }),
        }),
      ).pipe(Effect.provide(ConsentLifecycle.over(book))),
  },
  {
    machine: verification,
    table: verificationTable,
    over: (book) =>
      Effect.map(VerificationLifecycle, (service) =>
        driven(service, {
          "code.requested": (key) => service.codeRequested(key),
          "code.submitted": (key, given) => service.codeSubmitted(key, { matches: flagOf(given, "matches") }),
          "pass.issued": (key) => service.passIssued(key),
          "account.withdrawn": (key) => service.accountWithdrawn(key),
        }),
      ).pipe(Effect.provide(VerificationLifecycle.over(book))),
  },
  {
    machine: day,
    table: dayTable,
    over: (book) =>
      Effect.map(DayLifecycle, (service) =>
        driven(service, { "day.opened": (key) => service.dayOpened(key) }),
      ).pipe(Effect.provide(DayLifecycle.over(book))),
  },
  {
    machine: disclosure,
    table: disclosureTable,
    over: (book) =>
      Effect.map(DisclosureLifecycle, (service) =>
        driven(service, {
          "case.requested": (key, given) =>
            service.caseRequested(key, {
              officer: textOf(given, "officer"),
              ground: wordOf(given, "ground", grounds),
              venues: amountOf(given, "venues"),
              windowStart: amountOf(given, "windowStart"),
              windowEnd: amountOf(given, "windowEnd"),
            }),
          "case.approved": (key, given) => service.caseApproved(key, { officer: textOf(given, "officer") }),
          "case.denied": (key, given) => service.caseDenied(key, { officer: textOf(given, "officer") }),
          "case.released": (key, given) => service.caseReleased(key, { records: amountOf(given, "records") }),
          "case.answered": (key, given) =>
            service.caseAnswered(key, { recordsEndAt: amountOf(given, "recordsEndAt") }),
          "case.closed": (key) => service.caseClosed(key),
        }),
      ).pipe(Effect.provide(DisclosureLifecycle.over(book))),
  },
];

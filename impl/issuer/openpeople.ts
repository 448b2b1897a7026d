/**
 * Puts together what a person can ask of an issuer out of the issuer's parts: sessions, sending of codes, receipts, the view of an account.
 * The issuer calls it once when it opens.
 * It decides nothing and keeps nothing itself.
 */
import { Effect } from "effect";
import type { ConsentLifecycleService } from "../generated/services/consent.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { LifecycleService } from "../lifecycle/lifecycleservice.ts";
import type { Overloaded } from "../store/groupcommit.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { makeAccountView } from "./accountview.ts";
import { makeCodeSending } from "./codesending.ts";
import type { Controller, IssuerConfigurationValues } from "./configuration.ts";
import type { DecidingParts } from "./decidingparts.ts";
import type { IssuerKeys } from "./keys.ts";
import type { Notices } from "./notices.ts";
import { makePeople, type People } from "./people.ts";
import { makeReceipts } from "./receipts.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import type { SealedPhones } from "./sealedphones.ts";
import { makeSessions } from "./sessions.ts";
import type { SmsGateway } from "./smsgateway.ts";

export interface OpenPeopleParts {
  readonly configuration: IssuerConfigurationValues;
  readonly deciding: DecidingParts;
  readonly policy: PolicyNumbers;
  readonly keys: IssuerKeys;
  readonly sealed: SealedPhones;
  readonly notices: Notices;
  readonly gateway: SmsGateway["Service"];
  readonly store: StoreService;
  readonly consent: ConsentLifecycleService;
  readonly verification: LifecycleService;
  readonly ask: (request: IssuerRequest) => Effect.Effect<IssuerReply, StoreUnavailable | Overloaded>;
  readonly now: Effect.Effect<number>;
  /** Waits until no batch is at work on the accounts. */
  readonly alone: <A, E>(body: Effect.Effect<A, E>) => Effect.Effect<A, E>;
}

const unnamed = (issuer: number): Controller => ({
  name: `Issuer ${String(issuer)}`,
  contact: "",
  address: "",
  email: "",
  phone: "",
  url: "",
});

export const openPeople = (parts: OpenPeopleParts): People => {
  const { configuration, deciding, policy, keys, sealed, notices, gateway, store, ask, now, alone } = parts;
  const { accounts, codes, sends, guardians, records, disclosed, rate } = deciding;
  const { consent, verification } = parts;
  return makePeople({
    ask,
    now,
    policy,
    children: configuration.children ?? "guardian",
    accounts,
    sessions: makeSessions(accounts, policy),
    sending: makeCodeSending({
      ask,
      now,
      gateway,
      codes,
      sends,
      guardians,
      policy,
      accountOf: ({ session }) => Effect.map(accounts.ofSession(session), (row) => row?.account),
    }),
    guardians,
    notices,
    records,
    disclosed,
    receipts: makeReceipts({
      issuer: configuration.issuer,
      controller: configuration.controller ?? unnamed(configuration.issuer),
      key: keys.deposits,
      sealed,
      policy,
    }),
    verification,
    view: makeAccountView({
      accounts,
      consent,
      verification,
      records,
      disclosed,
      notices,
      guardians,
      rate,
      policy,
    }),
    endSessions: (rows) => alone(store.transaction(accounts.endSessions(rows))),
  });
};

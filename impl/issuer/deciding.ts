/**
 * Decides a batch of requests in one transaction: loads the accounts, asks the rules one request after the other, writes once.
 * What the law lets through is gathered: messages to send, passes to make, accounts to forget; it is carried out after the commit.
 * It holds no law of its own: every yes and no comes from the generated decider.
 */
import { Effect } from "effect";
import type { IssuerDecider } from "../generated/services/issuer.ts";
import type { Book } from "../store/book.ts";
import type { AccountOfNumber, Holder } from "./accounts.ts";
import { makeDecideOne, type Person } from "./decidingone.ts";
import { country, type DecidingParts } from "./decidingparts.ts";
import { makeExpire } from "./expiry.ts";
import { makeOutcome, type Outcome } from "./outcome.ts";
import type { IssuerRequest } from "./requests.ts";

const isKept = ({ table, columns }: Book, slot: number): boolean =>
  table.gone[columns.state[slot] ?? 0] === false;

const holderOf = ({ phone, session = "" }: IssuerRequest): Holder => ({ phone, session });

/** These concern every account of the number. */
const isWhole = ({ kind }: IssuerRequest): boolean => kind === "checkCode" || kind === "withdraw";

const decideEach = (
  parts: DecidingParts,
  decide: IssuerDecider,
  requests: readonly IssuerRequest[],
  byGuardian: ReadonlySet<number>,
): Outcome => {
  const { accounts } = parts;
  const { books } = decide;
  const expire = makeExpire(decide);
  const outcome = makeOutcome(requests.length);
  const people = new Map<number, Person>();
  const personOf = (row: AccountOfNumber): Person => {
    const found = people.get(row.account);
    if (found !== undefined) return found;
    const key = String(row.account);
    const slots = { consent: books.consent.slot(key), verification: books.verification.slot(key) };
    const person = { ...slots, ...row };
    people.set(row.account, person);
    return person;
  };
  const settle = ({ account, consent, verification }: Person, atMs: number): void => {
    if (expire?.(consent, verification, atMs) === true) outcome.accountEnded(account);
  };
  const decideOne = makeDecideOne({ parts, decide, outcome, personOf, settle, byGuardian });
  for (const [place, request] of requests.entries()) {
    const holder = holderOf(request);
    const person = personOf({ account: accounts.accountOf(holder), ...holder });
    settle(person, request.receivedAtMs);
    outcome.answers[place] = decideOne({ place, request, person });
  }
  for (const person of people.values()) {
    outcome.touched.push(person);
    if (isKept(books.consent, person.consent) || isKept(books.verification, person.verification))
      outcome.kept.add(person.account);
  }
  return outcome;
};

/** One batch: all of it is stored, or nothing is. */
export const decideAll = Effect.fnUntraced(function* (
  parts: DecidingParts,
  requests: readonly IssuerRequest[],
) {
  const { rules, accounts, codes, rate, sends, records, disclosed, forgetting, remember } = parts;
  const wholly = new Set(requests.filter(isWhole).map(({ phone }) => phone));
  const holders = requests.map(holderOf);
  yield* accounts.load(holders, wholly);
  const concerned = new Set(holders.map(accounts.accountOf));
  for (const phone of wholly) for (const { account } of accounts.allOf(phone)) concerned.add(account);
  const children = requests.flatMap((request) =>
    request.kind === "agree" && request.child === true ? [accounts.accountOf(holderOf(request))] : [],
  );
  const byGuardian = yield* records.byGuardian(children);
  const keys = Array.from(concerned, String);
  const counted: Outcome[] = [];
  const batch = rules.batch({ crisis: [country], consent: keys, verification: keys }, (decide) =>
    Effect.gen(function* () {
      const outcome = decideEach(parts, decide, requests, byGuardian);
      counted.push(outcome);
      yield* accounts.flush(outcome.touched, (account) => outcome.kept.has(account));
      yield* accounts.endSessions(outcome.sessionsEnded);
      const ended = [...outcome.ended];
      yield* records.write(ended, outcome.consents);
      yield* disclosed.forget(ended);
      yield* forgetting.note(outcome.withdrawn);
      if (outcome.lastMs > 0) yield* remember(outcome.lastMs);
      return outcome;
    }),
  );
  const outcome = yield* Effect.onError(batch, () =>
    Effect.sync(() => {
      accounts.discard();
      codes.drop();
      for (const { passes, sent } of counted) {
        for (const { account, atMs } of passes) rate.uncount(account, atMs);
        for (const { origin, atMs } of sent) sends.uncount(origin, atMs);
      }
    }),
  );
  for (const account of outcome.codesOver) codes.forget(account);
  codes.keep();
  return outcome;
});

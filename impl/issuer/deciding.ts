/**
 * Decides a batch of requests in one transaction: loads the accounts, asks the rules one request after the other, writes once.
 * What the law lets through is gathered: codes to send, passes to make, accounts to forget; it is carried out after the commit.
 * It holds no law of its own: every yes and no comes from the generated decider.
 */
import { Effect } from "effect";
import { restPass } from "../generated/core/pass.ts";
import { toldNames, type ToldName } from "../generated/law.ts";
import type { IssuerDecider, IssuerRulesService } from "../generated/services/issuer.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { Book } from "../store/book.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";
import { makeExpire } from "./expiry.ts";
import type { Forgetting } from "./forgetting.ts";
import type { PassRate } from "./passrate.ts";
import type { IssuerRequest } from "./requests.ts";
import type { SmsMessage } from "./smsgateway.ts";

export const country = "country";

export interface ToIssue {
  readonly place: number;
  readonly account: number;
  readonly atMs: number;
}

export interface Decided {
  readonly answers: Int32Array;
  readonly passes: readonly ToIssue[];
  readonly codes: readonly SmsMessage[];
  /** Places of requests that ended an account, whose aliases must be destroyed now. */
  readonly withdrawals: readonly number[];
}

const told = (name: ToldName): number => -toldNames.indexOf(name);
const codeSent = told("code.sent");
const codeOver = new Set([told("phone.verified"), told("code.locked"), told("account.ended")]);

/** Where the rows of one person lie in this batch. */
interface Person {
  readonly account: number;
  readonly consent: number;
  readonly verification: number;
}

const decideOne = (
  decide: IssuerDecider,
  crisis: number,
  request: IssuerRequest,
  { account, consent, verification }: Person,
  { codes, rate }: DecidingParts,
): number => {
  const at = request.receivedAtMs;
  switch (request.kind) {
    case "agree":
      return decide.agree(crisis, consent, request.noticeVersion, 0, 0, at);
    case "sendCode":
      return decide.sendCode(crisis, consent, verification, 0, 0, at);
    case "checkCode":
      return decide.checkCode(
        crisis,
        consent,
        verification,
        codes.matches(account, request.code) ? 1 : 0,
        at,
      );
    case "issue":
      restPass(decide.scratch.pass, 0);
      return decide.issue(crisis, consent, verification, "", rate.lastMinute(account, at), at);
    case "withdraw":
      return decide.withdraw(consent, verification, at);
  }
};

const isKept = ({ table, columns }: Book, slot: number): boolean =>
  table.gone[columns.state[slot] ?? 0] === false;

export interface DecidingParts {
  readonly rules: IssuerRulesService;
  readonly accounts: Accounts;
  readonly codes: WaitingCodes;
  readonly rate: PassRate;
  readonly forgetting: Forgetting;
  /** Stores the last instant of the batch, inside the transaction. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

const decideEach = (parts: DecidingParts, decide: IssuerDecider, requests: readonly IssuerRequest[]) => {
  const { accounts, codes, rate } = parts;
  const { books } = decide;
  const crisis = books.crisis.slot(country);
  const expire = makeExpire(decide);
  const people = new Map<string, Person>();
  const over = new Set<number>();
  const answers = new Int32Array(requests.length);
  const passes: ToIssue[] = [];
  const messages: SmsMessage[] = [];
  const withdrawals: number[] = [];
  let last = 0;
  for (const [place, request] of requests.entries()) {
    const { phone, receivedAtMs: atMs } = request;
    let person = people.get(phone);
    if (person === undefined) {
      const account = accounts.accountOf(phone);
      const key = String(account);
      person = { account, consent: books.consent.slot(key), verification: books.verification.slot(key) };
      people.set(phone, person);
    }
    const { account } = person;
    expire?.(person.consent, person.verification, atMs);
    const answer = decideOne(decide, crisis, request, person, parts);
    answers[place] = answer;
    if (isRefusal(answer)) continue;
    last = Math.max(last, atMs);
    if (codeOver.has(answer)) over.add(account);
    if (request.kind === "issue") {
      rate.count(account, atMs);
      passes.push({ place, account, atMs });
    } else if (request.kind === "withdraw") withdrawals.push(place);
    else if (answer === codeSent) messages.push({ phone, code: codes.draw(account, atMs) });
  }
  return { people, over, last, decided: { answers, passes, codes: messages, withdrawals } satisfies Decided };
};

/** One batch: all of it is stored, or nothing is. */
export const decideAll = Effect.fnUntraced(function* (
  parts: DecidingParts,
  requests: readonly IssuerRequest[],
) {
  const { rules, accounts, codes, rate, forgetting, remember } = parts;
  const phones = [...new Set(requests.map(({ phone }) => phone))];
  yield* accounts.load(phones);
  const keys = phones.map((phone) => String(accounts.accountOf(phone)));
  const counted: ToIssue[] = [];
  const batch = rules.batch({ crisis: [country], consent: keys, verification: keys }, (decide) =>
    Effect.gen(function* () {
      const { people, over, last, decided } = decideEach(parts, decide, requests);
      counted.push(...decided.passes);
      const { consent, verification } = decide.books;
      const kept = new Set<number>();
      for (const person of people.values())
        if (isKept(consent, person.consent) || isKept(verification, person.verification))
          kept.add(person.account);
      yield* accounts.flush(phones, (account) => kept.has(account));
      yield* forgetting.note(
        decided.withdrawals.flatMap((place) => people.get(requests[place]?.phone ?? "")?.account ?? []),
      );
      if (last > 0) yield* remember(last);
      return { decided, over };
    }),
  );
  const { decided, over } = yield* Effect.onError(batch, () =>
    Effect.sync(() => {
      accounts.discard();
      codes.drop();
      for (const { account, atMs } of counted) rate.uncount(account, atMs);
    }),
  );
  for (const account of over) codes.forget(account);
  codes.keep();
  return decided;
});

/**
 * Decides a batch of requests in one transaction: loads the accounts, asks the rules one request after the other, writes once.
 * What the law lets through is gathered: codes to send, passes to make, accounts to forget; it is carried out after the commit.
 * It holds no law of its own: every yes and no comes from the generated decider.
 */
import { Effect } from "effect";
import { restPass } from "../generated/core/pass.ts";
import { toldNames } from "../generated/law.ts";
import type { IssuerDecider, IssuerRulesService } from "../generated/services/issuer.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";
import type { PassRate } from "./passrate.ts";
import type { IssuerRequest } from "./requests.ts";

export const country = "country";

export interface ToIssue {
  readonly place: number;
  readonly account: number;
  readonly atMs: number;
}

export interface Decided {
  readonly answers: Int32Array;
  readonly passes: readonly ToIssue[];
  readonly codes: readonly { readonly phone: string; readonly account: number }[];
  /** Accounts whose aliases must be forgotten now. */
  readonly withdrawn: readonly number[];
}

const codeSent = -toldNames.indexOf("code.sent");

const decideOne = (
  decide: IssuerDecider,
  request: IssuerRequest,
  account: number,
  codes: WaitingCodes,
  rate: PassRate,
): number => {
  const { books } = decide;
  const key = String(account);
  const crisis = books.crisis.slot(country);
  const consent = books.consent.slot(key);
  const verification = books.verification.slot(key);
  const at = request.receivedAtMs;
  switch (request.kind) {
    case "agree":
      return decide.agree(crisis, consent, request.noticeVersion, at);
    case "sendCode":
      return decide.sendCode(crisis, consent, verification, at);
    case "checkCode":
      return decide.checkCode(crisis, consent, verification, codes.matches(account, request.code) ? 1 : 0, at);
    case "issue":
      restPass(decide.scratch.pass, 0);
      return decide.issue(crisis, consent, verification, "", rate.lastMinute(account, at), at);
    case "withdraw":
      return decide.withdraw(consent, verification, at);
  }
};

/** Whether a consent or a verification of this account is kept after the batch. */
const isKept = ({ books }: IssuerDecider, key: string): boolean =>
  [books.consent, books.verification].some(
    (book) => book.table.gone[book.columns.state[book.slot(key)] ?? 0] === false,
  );

export interface DecidingParts {
  readonly rules: IssuerRulesService;
  readonly accounts: Accounts;
  readonly codes: WaitingCodes;
  readonly rate: PassRate;
  /** Stores the last instant of the batch, inside the transaction. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

/** One batch: all of it is stored, or nothing is. */
export const decideAll = Effect.fnUntraced(function* (
  { rules, accounts, codes, rate, remember }: DecidingParts,
  requests: readonly IssuerRequest[],
) {
  const phones = [...new Set(requests.map(({ phone }) => phone))];
  yield* accounts.load(phones);
  const keys = phones.map((phone) => String(accounts.accountOf(phone)));
  const decided = rules.batch({ crisis: [country], consent: keys, verification: keys }, (decide) =>
    Effect.gen(function* () {
      const answers = new Int32Array(requests.length);
      const passes: ToIssue[] = [];
      const toSend: { phone: string; account: number }[] = [];
      const withdrawn: number[] = [];
      let last = 0;
      for (const [place, request] of requests.entries()) {
        const account = accounts.accountOf(request.phone);
        const answer = decideOne(decide, request, account, codes, rate);
        answers[place] = answer;
        if (request.receivedAtMs > last) last = request.receivedAtMs;
        if (isRefusal(answer)) continue;
        if (request.kind === "issue") {
          rate.count(account, request.receivedAtMs);
          passes.push({ place, account, atMs: request.receivedAtMs });
        } else if (request.kind === "withdraw") withdrawn.push(account);
        else if (answer === codeSent) toSend.push({ phone: request.phone, account });
      }
      yield* accounts.flush((account) => isKept(decide, String(account)));
      yield* remember(last);
      return { answers, passes, codes: toSend, withdrawn } satisfies Decided;
    }),
  );
  return yield* Effect.onError(decided, () => Effect.sync(accounts.discard));
});

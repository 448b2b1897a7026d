// The rounds of a window in which phones speak to the issuer: begin and ask for a code, type it, ask for a pass.
// Each round is one batch of the real issuer; what it answers goes back into the phones.
// A phone asks for consent when the policy does, and never hides a refusal.
import { Effect } from "effect";
import { toldNames } from "../../impl/generated/law.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import type { IssuerReply, IssuerRequest } from "../../impl/issuer/requests.ts";
import type { IssuerService } from "../../impl/issuer/issuer.ts";
import { isRefusal } from "../../impl/lifecycle/refused.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { StopwatchService } from "../stopwatch.ts";
import { decisionNumber, type Decision, type HearsDecision } from "../decisions.ts";
import type { Away } from "../world/awaytimes.ts";
import { phoneOf } from "../world/people.ts";
import type { Action } from "./actions.ts";
import type { Phones } from "./phones.ts";
import type { Tally } from "./tally.ts";

export interface IssuerRoundParts {
  readonly issuer: Pick<IssuerService, "perform">;
  readonly readCode: (phone: string) => Effect.Effect<string | undefined>;
  readonly policy: PolicyNumbers;
  readonly phones: Phones;
  readonly tally: Tally;
  readonly stopwatch: StopwatchService;
  readonly hears: HearsDecision;
  readonly away: Away;
  /** Told of every pass issued, in the order of issue; answers its ordinal. */
  readonly issued: (pass: Uint8Array, action: Action) => number;
}

interface Asked {
  readonly person: number;
  readonly request: IssuerRequest;
  readonly done: (reply: IssuerReply) => void;
}

const told = (name: (typeof toldNames)[number]): number => -toldNames.indexOf(name);
const codeSent = told("code.sent");
const phoneVerified = told("phone.verified");
const nowhere = -1;
const decisionOf = {
  agree: "agree",
  sendCode: "sendCode",
  weighCode: "sendCode",
  checkCode: "checkCode",
  issue: "issue",
  withdraw: "withdraw",
} as const satisfies Record<IssuerRequest["kind"], Decision>;
const neverMs = Number.MAX_SAFE_INTEGER;
const everyPass = 0;

export interface IssuerRounds {
  readonly begin: (actions: readonly Action[]) => Effect.Effect<void, StoreUnavailable>;
  readonly type: (actions: readonly Action[]) => Effect.Effect<void, StoreUnavailable>;
  readonly ask: (actions: readonly Action[]) => Effect.Effect<void, StoreUnavailable>;
  readonly withdraw: (
    people: readonly { readonly person: number; readonly atMs: number }[],
  ) => Effect.Effect<void, StoreUnavailable>;
}

export const makeIssuerRounds = (parts: IssuerRoundParts): IssuerRounds => {
  const { issuer, readCode, policy, phones, tally, stopwatch, hears } = parts;

  /** Performs one batch in the order of time. */
  const perform = Effect.fnUntraced(function* (asked: readonly Asked[]) {
    if (asked.length === 0) return;
    const sorted = asked.toSorted((a, b) => a.request.receivedAtMs - b.request.receivedAtMs);
    const begun = stopwatch.now();
    const replies = yield* issuer.perform(sorted.map(({ request }) => request));
    const passes = replies.reduce((count, { pass }) => count + (pass === undefined ? 0 : 1), 0);
    if (passes > 0) tally.issuing(passes, stopwatch.now() - begun, sorted[0]?.request.receivedAtMs ?? 0);
    for (const [place, reply] of replies.entries()) {
      if (reply.unavailable !== undefined) return yield* reply.unavailable;
      const one = sorted[place];
      if (one === undefined) continue;
      const { person, request } = one;
      hears(person, request.receivedAtMs, decisionNumber(decisionOf[request.kind]), reply.answer, nowhere);
      if (isRefusal(reply.answer)) tally.refused(reply.answer, request.receivedAtMs);
      one.done(reply);
    }
  });

  const agree = (person: number, atMs: number): Asked => ({
    person,
    request: {
      kind: "agree",
      phone: phoneOf(person),
      noticeVersion: policy.noticeVersion,
      receivedAtMs: atMs,
    },
    done: ({ answer }) => {
      phones.agreedUntilMs[person] =
        policy.consentAsked === everyPass || isRefusal(answer) ? atMs + policy.consentSession : neverMs;
    },
  });

  const hasAgreed = (person: number, atMs: number): boolean => !(atMs >= (phones.agreedUntilMs[person] ?? 0));

  /** Agrees first, unless the phone has asked for that before, in this round or an earlier one. */
  const agreeing = (): ((person: number, atMs: number, isAsked?: boolean) => readonly Asked[]) => {
    const untilMs = new Map<number, number>();
    return (person, atMs, isAsked = !hasAgreed(person, atMs) && !((untilMs.get(person) ?? 0) > atMs)) => {
      if (!isAsked) return [];
      untilMs.set(person, atMs + policy.consentSession);
      return [agree(person, atMs)];
    };
  };

  const sendCode = (action: Action, atMs: number): Asked => ({
    person: action.person,
    request: { kind: "sendCode", phone: phoneOf(action.person), receivedAtMs: atMs },
    done: ({ answer }) => {
      const visiting = phones.visiting(action.visit, atMs);
      visiting.codeSentAtMs = answer === codeSent ? atMs : 0;
      if (!isRefusal(answer) && answer !== codeSent) tally.refusedAs("code-locked", atMs);
    },
  });

  const submit = (action: Action, atMs: number, code: string): Asked => ({
    person: action.person,
    request: { kind: "checkCode", phone: phoneOf(action.person), code, receivedAtMs: atMs },
    done: ({ answer }) => {
      if (answer !== phoneVerified) return;
      phones.verifiedUntilMs[action.person] = atMs + policy.verificationValidity;
      phones.visiting(action.visit, atMs).codeSentAtMs = 0;
      tally.today().verifications += 1;
    },
  });

  const begin: IssuerRounds["begin"] = (actions) => {
    const agreeFirst = agreeing();
    return perform(
      actions.flatMap((action) => {
        const { person, atMs } = action;
        const visiting = phones.visiting(action.visit, atMs);
        visiting.declined = action.detail === 1;
        const left = (phones.verifiedUntilMs[person] ?? 0) - atMs;
        if (visiting.declined || left > action.renewBeforeMs) return [];
        return [...agreeFirst(person, atMs), sendCode(action, atMs)];
      }),
    );
  };

  /** A wrong code that cannot be the right one: its last digit is another. */
  const wrong = (code: string): string => code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);

  const typeLiving = Effect.fnUntraced(function* (action: Action, atMs: number) {
    const code = yield* readCode(phoneOf(action.person));
    if (code === undefined) return [];
    const tries = Array.from({ length: action.detail }, () => submit(action, atMs, wrong(code)));
    return action.detail >= policy.codeTries ? tries : [...tries, submit(action, atMs, code)];
  });

  const type: IssuerRounds["type"] = Effect.fnUntraced(function* (actions) {
    const waiting = actions.filter(({ visit, atMs }) => {
      const { codeSentAtMs } = phones.visiting(visit, atMs);
      return codeSentAtMs > 0 && !parts.away.isSmsAway(codeSentAtMs);
    });
    const isDead = ({ visit, atMs }: Action): boolean =>
      atMs >= phones.visiting(visit, atMs).codeSentAtMs + policy.codeLifetime;
    const { dead = [], living = [] } = Object.groupBy(waiting, (action) =>
      isDead(action) ? "dead" : "living",
    );
    const agreeFirst = agreeing();
    const late = yield* Effect.forEach(dead, (action) =>
      Effect.map(readCode(phoneOf(action.person)), (code) => [
        ...agreeFirst(action.person, action.atMs),
        submit(action, action.atMs, code ?? "000000"),
        sendCode(action, action.atMs),
      ]),
    );
    const first = yield* Effect.forEach(living, (action) =>
      Effect.map(typeLiving(action, action.atMs), (asked) => [
        ...agreeFirst(action.person, action.atMs),
        ...asked,
      ]),
    );
    yield* perform([...late, ...first].flat());
    const again = dead.filter(({ visit, atMs }) => phones.visiting(visit, atMs).codeSentAtMs > 0);
    yield* perform((yield* Effect.forEach(again, (action) => typeLiving(action, action.atMs))).flat());
  });

  /** Whether consent is asked for whatever was agreed to before, or never; undefined where what was agreed decides. */
  const asksConsent = ({ kind, detail }: Action): boolean | undefined => {
    if (kind === "askBare") return false;
    return policy.consentAsked === everyPass && kind === "ask" && detail <= 0 ? true : undefined;
  };

  const ask: IssuerRounds["ask"] = (actions) => {
    const agreeFirst = agreeing();
    return perform(
      actions.flatMap((action) => {
        const { person, atMs } = action;
        const visiting = phones.visiting(action.visit, atMs);
        const verified = !(atMs >= (phones.verifiedUntilMs[person] ?? 0));
        const skipsCheck = action.attempt?.kind === "verification-skipped";
        if (visiting.declined || (!verified && !skipsCheck)) return [];
        if (action.kind === "askAgain" && !visiting.askAgain) return [];
        const issue: Asked = {
          person,
          request: { kind: "issue", phone: phoneOf(person), receivedAtMs: atMs },
          done: ({ pass }) => {
            if (pass === undefined) return;
            visiting.pass = pass;
            visiting.passNumber = parts.issued(pass, action);
            tally.issued(atMs);
          },
        };
        return [...agreeFirst(person, atMs, asksConsent(action)), issue];
      }),
    );
  };

  const withdraw: IssuerRounds["withdraw"] = (people) =>
    perform(
      people.map(({ person, atMs }) => ({
        person,
        request: { kind: "withdraw", phone: phoneOf(person), receivedAtMs: atMs },
        done: ({ answer }) => {
          if (isRefusal(answer)) return;
          phones.verifiedUntilMs[person] = 0;
          phones.agreedUntilMs[person] = 0;
          tally.today().withdrawals += 1;
        },
      })),
    );

  return { begin, type, ask, withdraw };
};

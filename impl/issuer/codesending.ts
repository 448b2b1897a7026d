/**
 * Sends a code: first asks the law whether it may, then the carrier to take it, and only then writes it down as sent.
 * So nobody waits for the carrier but the one who asked for a code, and what it did not take counts as not sent.
 * A guardian's code goes the same way, under the same limits, and leaves nothing in the store.
 */
import { Effect } from "effect";
import { refusalCodes, toldNames } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { Overloaded } from "../store/groupcommit.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { nameOf, type Holder } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";
import type { Guardians } from "./guardians.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import type { SendCounts, SendOrigin } from "./sendcounts.ts";
import type { SmsGateway, SmsUnavailable } from "./smsgateway.ts";

export interface CodeSendingParts {
  readonly ask: (request: IssuerRequest) => Effect.Effect<IssuerReply, StoreUnavailable | Overloaded>;
  readonly now: Effect.Effect<number>;
  readonly gateway: SmsGateway["Service"];
  readonly codes: WaitingCodes;
  readonly sends: SendCounts;
  readonly guardians: Guardians;
  readonly policy: PolicyNumbers;
  /** The account of a holder who has one: it counts what is sent to it. */
  readonly accountOf: (holder: Holder) => Effect.Effect<number | undefined, StoreUnavailable>;
}

type Failure = Refused | SmsUnavailable | StoreUnavailable | Overloaded;

const codeSent = -toldNames.indexOf("code.sent");
const codeLocked = refusalCodes.indexOf("code-locked");
const sendsExceeded = refusalCodes.indexOf("sends-exceeded");

/** A request for a code that ends in a lock is a refusal to whoever asks, though the law writes it down. */
const sentOrRefused = (answer: number): Effect.Effect<void, Refused> => {
  if (answer === codeSent) return Effect.void;
  return Effect.fail(new Refused({ code: refusalCode(isRefusal(answer) ? answer : codeLocked) }));
};

export const makeCodeSending = (parts: CodeSendingParts) => {
  const { ask, now, gateway, codes, sends, guardians, policy } = parts;

  const sendCode = Effect.fnUntraced(function* (
    holder: Holder,
    network: string,
  ): Effect.fn.Return<void, Failure> {
    const weighedAtMs = yield* now;
    const weighed = yield* ask({ kind: "weighCode", ...holder, network, receivedAtMs: weighedAtMs });
    if (isRefusal(weighed.answer)) return yield* sentOrRefused(weighed.answer);
    const request = { kind: "sendCode", ...holder, network } as const;
    if (weighed.answer !== codeSent) {
      // Nothing to send: one request too many, which locks.
      const { answer } = yield* ask({ ...request, receivedAtMs: weighedAtMs });
      return yield* sentOrRefused(answer);
    }
    const account = yield* parts.accountOf(holder);
    const origin: SendOrigin = { phone: holder.phone, asker: String(account ?? 0), network };
    const code = codes.fresh();
    yield* gateway
      .send([{ kind: "code", phone: holder.phone, code }])
      .pipe(Effect.onError(() => Effect.sync(() => sends.uncount(origin, weighedAtMs))));
    const { answer } = yield* ask({ ...request, sent: { code, weighedAtMs }, receivedAtMs: yield* now });
    return yield* sentOrRefused(answer);
  });

  const sendGuardianCode = Effect.fnUntraced(function* (
    holder: Holder,
    guardian: string,
    network: string,
  ): Effect.fn.Return<void, Failure> {
    const atMs = yield* now;
    const name = nameOf(holder);
    const origin: SendOrigin = { phone: guardian, asker: `guardian of ${name}`, network };
    const sent = guardians.sends(name, atMs) + sends.sendsByOthers(origin, atMs);
    const answer = guardians.weigh(name, atMs);
    if (answer !== codeSent)
      // One request too many locks, and is written down: in memory, as all of it.
      return yield* sentOrRefused(isRefusal(answer) ? answer : guardians.sent(name, "", atMs));
    if (sent >= policy.codeSends || sends.sendsFromNetwork(network, atMs) >= policy.networkSends)
      return yield* sentOrRefused(sendsExceeded);
    sends.count(origin, atMs);
    const code = codes.fresh();
    yield* gateway
      .send([{ kind: "guardianCode", phone: guardian, code }])
      .pipe(Effect.onError(() => Effect.sync(() => sends.uncount(origin, atMs))));
    return yield* sentOrRefused(guardians.sent(name, code, yield* now));
  });

  return { sendCode, sendGuardianCode };
};

export type CodeSending = ReturnType<typeof makeCodeSending>;

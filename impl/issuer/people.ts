/**
 * What a person can ask of an issuer from their phone, each as one effect: open a session, agree, verify, get a pass, see, withdraw.
 * The people's API hands requests to it; every yes and no comes from the issuer's batches, so many people share one transaction.
 * It speaks to a session and never to a number: what another session of the same number did is not seen here.
 */
import { Effect } from "effect";
import { toldNames, type ToldName } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { LifecycleService } from "../lifecycle/lifecycleservice.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { SignedReceipt } from "../protocol/consentreceipt.ts";
import { problem, type Problem } from "../protocol/http/problem.ts";
import type { Overloaded } from "../store/groupcommit.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { nameOf, type AccountOfNumber, type Accounts, type Holder } from "./accounts.ts";
import type { makeAccountView } from "./accountview.ts";
import type { CodeSending } from "./codesending.ts";
import type { ChildrenRule } from "./configuration.ts";
import type { ConsentRecords } from "./consentrecords.ts";
import type { Disclosed } from "./disclosed.ts";
import type { Guardians } from "./guardians.ts";
import type { Notices } from "./notices.ts";
import { phoneNumberOf } from "./phonenumber.ts";
import type { Receipts } from "./receipts.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import type { Sessions } from "./sessions.ts";

export interface PeopleParts {
  readonly ask: (request: IssuerRequest) => Effect.Effect<IssuerReply, StoreUnavailable | Overloaded>;
  readonly now: Effect.Effect<number>;
  readonly policy: PolicyNumbers;
  readonly children: ChildrenRule;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly sending: CodeSending;
  readonly guardians: Guardians;
  readonly notices: Notices;
  readonly records: ConsentRecords;
  readonly disclosed: Disclosed;
  readonly receipts: Receipts;
  readonly verification: LifecycleService;
  readonly view: ReturnType<typeof makeAccountView>;
  /** Ends the sessions of accounts, durably, between two batches. */
  readonly endSessions: (accounts: readonly AccountOfNumber[]) => Effect.Effect<void, StoreUnavailable>;
}

export interface Agreeing {
  /** The hash of the notice that was shown. */
  readonly notice: string;
  readonly child: boolean;
}

const told = (name: ToldName): number => -toldNames.indexOf(name);
const mismatched = told("code.mismatched");
const locked = told("code.locked");
const verified = told("phone.verified");

const accepted = (reply: IssuerReply): Effect.Effect<IssuerReply, Refused> =>
  isRefusal(reply.answer)
    ? Effect.fail(new Refused({ code: refusalCode(reply.answer) }))
    : Effect.succeed(reply);

const codeTaken = (answer: number): Effect.Effect<void, Refused | Problem> => {
  if (isRefusal(answer)) return Effect.fail(new Refused({ code: refusalCode(answer) }));
  if (answer === locked) return Effect.fail(new Refused({ code: "code-locked" }));
  return answer === mismatched ? Effect.fail(problem("code-wrong")) : Effect.void;
};

const noPass = new StoreUnavailable({ reason: "failing", detail: "no pass was made" });

export const makePeople = (parts: PeopleParts) => {
  const { ask, now, policy, accounts, sessions, sending, guardians, notices, records, receipts } = parts;

  const asked = Effect.fnUntraced(function* (request: IssuerRequest) {
    return yield* accepted(yield* ask(request));
  });

  /** The last consent on record, as a receipt; undefined where there is none. */
  const receiptOf = Effect.fnUntraced(function* (holder: Holder, issuedAtMs: number) {
    const row = yield* accounts.ofSession(holder.session);
    const [record] = row === undefined ? [] : yield* records.of(row.account);
    if (row === undefined || record === undefined) return undefined;
    const notice = yield* notices.byHash(record.notice.hash);
    if (notice === undefined) return undefined;
    return (withdrawnAtMs?: number): Effect.Effect<typeof SignedReceipt.Type> =>
      receipts({
        phone: holder.phone,
        account: row.account,
        record,
        notice,
        issuedAtMs,
        ...(withdrawnAtMs === undefined ? {} : { withdrawnAtMs }),
      });
  });

  const receipt = Effect.fnUntraced(function* (holder: Holder) {
    const made = yield* receiptOf(holder, yield* now);
    if (made === undefined) return yield* problem("consent-record-absent");
    return yield* made();
  });

  return {
    sessions,
    notice: notices.inForce,
    /** After so long every message that counts against a limit has left its window. */
    sendWindowMs: policy.codeSendWindow,
    openSession: (typed: string, network: string) =>
      Effect.flatMap(now, (atMs) => sessions.open(typed, network, atMs)),
    closeSession: Effect.fnUntraced(function* ({ session }: Holder) {
      sessions.drop(session);
      const row = yield* accounts.ofSession(session);
      if (row !== undefined) yield* parts.endSessions([row]);
    }),
    agree: Effect.fnUntraced(function* (holder: Holder, { notice, child }: Agreeing) {
      if (notice !== notices.inForce.hash) return yield* problem("notice-unknown");
      if (child && parts.children === "refuse") return yield* problem("children-refused");
      const noticeVersion = notices.inForce.version;
      yield* asked({ kind: "agree", ...holder, noticeVersion, child, receivedAtMs: yield* now });
      // From here on the account carries the session, and ends it.
      sessions.drop(holder.session);
      return yield* receipt(holder);
    }),
    /** Ends the account; answers the last receipt there will be. */
    withdraw: Effect.fnUntraced(function* (holder: Holder) {
      const receivedAtMs = yield* now;
      const made = yield* receiptOf(holder, receivedAtMs);
      yield* asked({ kind: "withdraw", ...holder, receivedAtMs });
      return made === undefined ? undefined : yield* made(receivedAtMs);
    }),
    receipt,
    sendCode: sending.sendCode,
    typeCode: Effect.fnUntraced(function* (holder: Holder, code: string) {
      const { answer } = yield* ask({ kind: "checkCode", ...holder, code, receivedAtMs: yield* now });
      yield* codeTaken(answer);
      if (answer !== verified) return yield* problem("code-wrong");
      const row = yield* accounts.ofSession(holder.session);
      const { fields } = yield* parts.verification.read(String(row?.account ?? 0));
      return Number(fields["verifiedUntil"] ?? 0);
    }),
    sendGuardianCode: Effect.fnUntraced(function* (holder: Holder, typed: string, network: string) {
      if (parts.children === "refuse") return yield* problem("children-refused");
      const guardian = phoneNumberOf(typed);
      if (!guardian.ok) return yield* problem("phone-invalid");
      if (guardian.value === holder.phone) return yield* problem("guardian-same-number");
      return yield* sending.sendGuardianCode(holder, guardian.value, network);
    }),
    confirmGuardian: Effect.fnUntraced(function* (holder: Holder, code: string) {
      const atMs = yield* now;
      yield* codeTaken(guardians.submitted(nameOf(holder), code, atMs));
      return atMs + policy.consentSession;
    }),
    pass: Effect.fnUntraced(function* (holder: Holder, challenge: Uint8Array | undefined) {
      const receivedAtMs = yield* now;
      const bound = challenge === undefined ? {} : { challenge };
      const { pass } = yield* asked({ kind: "issue", ...holder, ...bound, receivedAtMs });
      if (pass === undefined) return yield* noPass;
      return { pass, issuedAtMs: receivedAtMs, shownUntilMs: receivedAtMs + policy.passLifetime };
    }),
    account: (holder: Holder) => Effect.flatMap(now, (nowMs) => parts.view(holder, nowMs)),
    disclosures: Effect.fnUntraced(function* (holder: Holder) {
      const row = yield* accounts.ofSession(holder.session);
      return row === undefined ? [] : yield* parts.disclosed.of(row.account, yield* now);
    }),
  };
};

export type People = ReturnType<typeof makePeople>;

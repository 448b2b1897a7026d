/**
 * Answers a join: checks the custodian's release and its place in the log, and both officers, opens only what the release lists,
 * once, and tells the two officers; who asks again in the same way gets the same sealed answer until the case is over.
 * It learns which of its people a case touches and when their passes were issued, never the place: nothing it is given says so.
 * A record whose alias or account is gone is answered "nobody", and counted (clauses C5, C8).
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import { encodeAnswer, type AnswerEntry } from "../protocol/answer.ts";
import { loggedRelease } from "../protocol/caselogged.ts";
import type { JoinAnswer } from "../protocol/contracts.ts";
import type { Decoded } from "../protocol/decoded.ts";
import {
  checkJoin,
  openJoin,
  type CheckedJoin,
  type JoinFault,
  type JoinRequest,
  type OpenedJoin,
} from "../protocol/disclosure.ts";
import { hexOf } from "../protocol/fields.ts";
import { openHandles } from "../protocol/handle.ts";
import { seoulDay, startOfSeoulDayMs } from "../protocol/seoulday.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts } from "./accounts.ts";
import { askedOf, type AnswerBefore, type AnswerCopies } from "./answercopies.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { Disclosed } from "./disclosed.ts";
import type { IssuerKeys } from "./keys.ts";

export interface AnsweringParts {
  readonly configuration: IssuerConfigurationValues;
  readonly policy: PolicyNumbers;
  readonly keys: IssuerKeys;
  readonly aliases: AliasesService;
  readonly accounts: Accounts;
  readonly rules: IssuerRulesService;
  readonly copies: AnswerCopies;
  readonly disclosed: Disclosed;
  readonly log: TransparencyLog["Service"];
  /** Stores the instant of the answer, inside the transaction. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

/** What the law asks about a join, as the checks of the protocol found it. */
const factsOf = (checked: Decoded<CheckedJoin, JoinFault>, officersNeeded: number) => {
  if (checked.ok) return { releaseSigned: true, officers: checked.value.officers.length, listed: true };
  const { reason } = checked;
  switch (reason) {
    case "otherIssuer":
    case "release.form":
    case "release.length":
    case "release.signature":
    case "release.version":
      return { releaseSigned: false, officers: 0, listed: false };
    case "recordForm":
    case "recordNotListed":
    case "recordTwice":
    case "epochNotListed":
      // Nobody asks about officers where the list is wrong.
      return { releaseSigned: true, officers: officersNeeded, listed: false };
    default:
      return { releaseSigned: true, officers: 0, listed: true };
  }
};

/** The account behind each opened record; 0 where there is none any more. */
const accountsBehind = Effect.fnUntraced(function* (parts: AnsweringParts, join: OpenedJoin, nowMs: number) {
  const found = new Float64Array(join.records.length);
  const byDay = Map.groupBy([...join.records.entries()], ([, record]) => seoulDay(record.issuedAtMs));
  for (const [day, records] of byDay) {
    const key = yield* parts.keys.handleOf(day, nowMs);
    const readable = records.flatMap(([place, { handle }]) =>
      handle === undefined ? [] : [{ place, handle }],
    );
    if (key === undefined) continue;
    const aliases = openHandles(key, Buffer.concat(readable.map(({ handle }) => handle)));
    const accounts = yield* parts.aliases.accountsOf(day, aliases);
    for (const [index, { place }] of readable.entries()) found[place] = accounts[index] ?? 0;
  }
  return [...found];
});

/** When the first day ends to which a record of the join belongs; never before the case, where there is none. */
const recordsEndAtMs = ({ records }: OpenedJoin, { retention }: PolicyNumbers): number =>
  records.reduce(
    (earliest, { issuedAtMs }) => Math.min(earliest, startOfSeoulDayMs(seoulDay(issuedAtMs)) + retention),
    Number.MAX_SAFE_INTEGER,
  );

const sealedAnswer = Effect.fnUntraced(function* (
  { configuration, keys }: AnsweringParts,
  join: OpenedJoin,
  entries: readonly AnswerEntry[],
  nowMs: number,
) {
  const addressees = configuration.roster.at(nowMs).filter(({ officer }) => join.officers.includes(officer));
  const answers = yield* Effect.forEach(addressees, (officer) =>
    Effect.map(
      Effect.promise(() => encodeAnswer(keys.deposits, configuration.issuer, officer, join.binding, entries)),
      (bytes) => ({ officer: officer.officer, bytes }),
    ),
  );
  return {
    answers,
    people: entries.filter(({ phoneNumber }) => phoneNumber !== null).length,
  } satisfies JoinAnswer;
});

/** Answers a join at this instant, or refuses it; nothing is stored unless it is answered. */
export const answerJoin = Effect.fnUntraced(function* (
  parts: AnsweringParts,
  request: JoinRequest,
  nowMs: number,
): Effect.fn.Return<JoinAnswer, Refused | StoreUnavailable> {
  const { configuration, policy, keys, rules, copies, log, remember } = parts;
  const { custodianKey, custodianLog, issuer, roster } = configuration;
  const officersNeeded = policy.officersRequired;
  const terms = { issuer, sealing: keys.sealing, custodianKey, roster: roster.at(nowMs), officersNeeded };
  const checked = checkJoin(request, terms);
  const release = checked.ok ? hexOf(checked.value.binding.releaseHash) : "";
  const cosigners = checked.ok
    ? (loggedRelease(request.logged, request.release, checked.value.release, custodianLog)?.cosigners ?? 0)
    : 0;
  const asked = checked.ok ? askedOf(request, checked.value.officers) : "";

  /** The answer of before, for the same asking; undefined when this one is another, or the answer has ended. */
  const again = (before: AnswerBefore) =>
    before.asked === asked && checked.ok && !(nowMs >= checked.value.release.lapsesAtMs)
      ? copies.open(release, before, nowMs)
      : Effect.succeed(undefined);

  const before = yield* copies.find(release);
  if (before !== undefined && cosigners >= policy.witnessesRequired) {
    const answer = yield* again(before);
    if (answer !== undefined) return answer;
  }
  // Opened only where it is known to be listed, signed and logged; what is answered already is not opened again.
  const mayOpen = before === undefined && checked.ok && cosigners >= policy.witnessesRequired;
  const opened = mayOpen ? yield* Effect.promise(() => openJoin(request, terms)) : undefined;
  const join = opened?.ok === true ? opened.value : undefined;
  const day = seoulDay(nowMs);

  const decided = yield* rules.batch({}, (decide) =>
    Effect.gen(function* () {
      const other = yield* copies.find(release);
      const facts = factsOf(opened ?? checked, officersNeeded);
      const records = checked.ok ? request.records.length : 0;
      const refusal = decide.answer(
        facts.releaseSigned ? 1 : 0,
        facts.officers,
        facts.listed ? 1 : 0,
        other === undefined ? 0 : 1,
        records,
        records + (yield* copies.answeredOn(day)),
        cosigners,
        checked.ok ? checked.value.release.lapsesAtMs : 0,
        nowMs,
      );
      if (isRefusal(refusal) || join === undefined) return { refusal, other };
      // Within the transaction, so that a withdrawal is wholly before the answer or wholly after it (clause C8).
      const accounts = yield* accountsBehind(parts, join, nowMs);
      const phones = yield* parts.accounts.phonesOf(accounts);
      const entries = join.records.map(({ recordHash }, place) => ({
        recordHash,
        phoneNumber: phones[place] ?? null,
      }));
      const answer = yield* sealedAnswer(parts, join, entries, nowMs);
      const { caseId, lapsesAtMs } = join.release;
      const endsAtMs = Math.min(lapsesAtMs, recordsEndAtMs(join, policy));
      yield* copies.keep({ release, join, asked, records, answer, day, nowMs, endsAtMs });
      const touched = Map.groupBy(
        accounts.filter((_, place) => phones[place] !== undefined),
        (account) => account,
      );
      yield* parts.disclosed.note(
        caseId,
        nowMs,
        new Map([...touched].map(([account, theirs]) => [account, theirs.length])),
      );
      yield* log.append({
        kind: "case.answered",
        caseId,
        answeredAtMs: nowMs,
        releaseHash: release,
        records,
        people: answer.people,
      });
      yield* remember(nowMs);
      return { refusal, other, answer };
    }),
  );
  if (decided.answer !== undefined) return decided.answer;
  // Two that asked at once: the first was answered, and the second gets the same.
  const same = decided.other === undefined || before !== undefined ? undefined : yield* again(decided.other);
  return same ?? (yield* new Refused({ code: refusalCode(decided.refusal) }));
});

/**
 * Answers a join: checks the custodian's release and both officers, opens only what the release lists, once, and tells the two officers.
 * It learns which of its people a case touches and when their passes were issued, never the place: nothing it is given says so.
 * A record whose alias or account is gone is answered "nobody", and counted (clauses C5, C8).
 */
import { Effect } from "effect";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import { encodeAnswer, type AnswerEntry } from "../protocol/answer.ts";
import type { JoinAnswer } from "../protocol/contracts.ts";
import { openJoin, type JoinFault, type JoinRequest, type OpenedJoin } from "../protocol/disclosure.ts";
import type { Decoded } from "../protocol/decoded.ts";
import { hexOf } from "../protocol/fields.ts";
import { openHandles } from "../protocol/handle.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts } from "./accounts.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { IssuerKeys } from "./keys.ts";

export const answeredSql = `CREATE TABLE IF NOT EXISTS answered (
  release TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export interface AnsweringParts {
  readonly configuration: IssuerConfigurationValues;
  readonly keys: IssuerKeys;
  readonly aliases: AliasesService;
  readonly accounts: Accounts;
  readonly store: StoreService;
  readonly rules: IssuerRulesService;
  /** How many officers the policy asks for. */
  readonly officersRequired: number;
  readonly witnessesRequired: number;
  /** Stores the instant of the answer, inside the transaction. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

/** What the law asks about a join, as the checks of the protocol found it. */
const factsOf = (opened: Decoded<OpenedJoin, JoinFault>, officersNeeded: number) => {
  if (opened.ok) return { releaseSigned: true, officers: opened.value.officers.length, listed: true };
  const { reason } = opened;
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
  return found;
});

/** Answers a join at this instant, or refuses it; nothing is stored unless it is answered. */
export const answerJoin = Effect.fnUntraced(function* (
  parts: AnsweringParts,
  request: JoinRequest,
  nowMs: number,
) {
  const { configuration, keys, officersRequired, store, rules, remember } = parts;
  const opened = yield* Effect.promise(() =>
    openJoin(request, {
      issuer: configuration.issuer,
      sealing: keys.sealing,
      custodianKey: configuration.custodianKey,
      roster: configuration.roster,
      officersNeeded: officersRequired,
    }),
  );
  const join = opened.ok ? opened.value : undefined;
  const release = join === undefined ? "" : hexOf(join.binding.releaseHash);
  const decided = yield* rules.batch({}, (decide) =>
    Effect.gen(function* () {
      const before = yield* store.values("SELECT 1 FROM answered WHERE release = ?1", [release]);
      const facts = factsOf(opened, officersRequired);
      const answer = decide.answer(
        facts.releaseSigned ? 1 : 0,
        facts.officers,
        facts.listed ? 1 : 0,
        before.length,
        join?.records.length ?? 0,
        join?.records.length ?? 0,
        parts.witnessesRequired,
        join?.release.lapsesAtMs ?? 0,
        nowMs,
      );
      if (isRefusal(answer) || join === undefined) return { answer, phones: [] };
      // Within the transaction, so that a withdrawal is wholly before the answer or wholly after it (clause C8).
      const accounts = yield* accountsBehind(parts, join, nowMs);
      const phones = yield* parts.accounts.phonesOf([...accounts]);
      const { caseId, lapsesAtMs } = join.release;
      yield* store.run("INSERT INTO answered VALUES (?, ?, ?, ?, ?)", [
        release,
        caseId,
        nowMs,
        lapsesAtMs,
        join.records.length,
      ]);
      yield* remember(nowMs);
      return { answer, phones };
    }),
  );
  if (join === undefined || isRefusal(decided.answer))
    return yield* new Refused({ code: refusalCode(decided.answer) });

  const entries: readonly AnswerEntry[] = join.records.map(({ recordHash }, place) => ({
    recordHash,
    phoneNumber: decided.phones[place] ?? null,
  }));
  const addressees = configuration.roster.filter(({ officer }) => join.officers.includes(officer));
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

/**
 * Answers a join: checks the custodian's release and both officers, opens only what the release lists, once, and tells the two officers.
 * It learns which of its people a case touches and when their passes were issued, never the place: nothing it is given says so.
 * A record whose alias or account is gone is answered "nobody", and counted (clauses C5, C8).
 */
import { Effect } from "effect";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import { encodeAnswer, type AnswerEntry } from "../protocol/answer.ts";
import type { JoinAnswer } from "../protocol/contracts.ts";
import { openJoin, type JoinRequest, type JoinTerms, type OpenedJoin } from "../protocol/disclosure.ts";
import type { Decoded } from "../protocol/decoded.ts";
import { hexOf } from "../protocol/fields.ts";
import { openHandles } from "../protocol/handle.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
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
}

/** What the law asks about a join, as the checks of the protocol found it. */
const factsOf = (opened: Decoded<OpenedJoin, string>) => {
  if (opened.ok) return { releaseSigned: true, officers: opened.value.officers.length, listed: true };
  const signed = !opened.reason.startsWith("release.") && opened.reason !== "otherIssuer";
  const listed = !opened.reason.startsWith("record") && opened.reason !== "epochNotListed";
  return { releaseSigned: signed, officers: signed && !listed ? 2 : 0, listed };
};

/** The account behind each opened record; 0 where there is none any more. */
const accountsBehind = Effect.fnUntraced(function* (parts: AnsweringParts, join: OpenedJoin, nowMs: number) {
  const found = new Float64Array(join.records.length);
  const byDay = Map.groupBy([...join.records.entries()], ([, record]) => seoulDay(record.issuedAtMs));
  for (const [day, records] of byDay) {
    const key = yield* parts.keys.handleOf(day, nowMs);
    const readable = records.flatMap(([place, { handle }]) => (handle === undefined ? [] : [{ place, handle }]));
    if (key === undefined || readable.length === 0) continue;
    const aliases = openHandles(key, Buffer.concat(readable.map(({ handle }) => handle)));
    const accounts = yield* parts.aliases.accountsOf(day, aliases);
    for (const [index, { place }] of readable.entries()) found[place] = accounts[index] ?? 0;
  }
  return found;
});

/** Answers a join at this instant, or refuses it; nothing is stored unless it is answered. */
export const answerJoin = Effect.fnUntraced(function* (parts: AnsweringParts, request: JoinRequest, nowMs: number) {
  const { configuration, keys, store, rules } = parts;
  const terms: JoinTerms = {
    issuer: configuration.issuer,
    sealing: keys.sealing,
    custodianKey: configuration.custodianKey,
    roster: configuration.roster,
    // How many are needed is the law's question; the protocol opens what any two can open.
    officersNeeded: 2,
  };
  const opened = yield* Effect.promise(() => openJoin(request, terms));
  const binding = opened.ok ? hexOf(opened.value.binding.releaseHash) : "";
  const join = opened.ok ? opened.value : undefined;
  const answer = yield* rules.batch({}, (decide) =>
    Effect.gen(function* () {
      const before = yield* store.values("SELECT 1 FROM answered WHERE release = ?1", [binding]);
      const facts = factsOf(opened);
      const decided = decide.answer(
        facts.releaseSigned ? 1 : 0,
        facts.officers,
        facts.listed ? 1 : 0,
        before.length,
        join?.records.length ?? 0,
        join?.release.lapsesAtMs ?? 0,
        nowMs,
      );
      if (!isRefusal(decided) && join !== undefined)
        yield* store.run("INSERT INTO answered VALUES (?, ?, ?, ?, ?)", [
          binding,
          join.release.caseId,
          nowMs,
          join.release.lapsesAtMs,
          join.records.length,
        ]);
      return decided;
    }),
  );
  if (isRefusal(answer) || join === undefined) return yield* new Refused({ code: refusalCode(answer) });

  const accounts = yield* accountsBehind(parts, join, nowMs);
  const phones = yield* parts.accounts.phonesOf([...accounts]);
  const entries: readonly AnswerEntry[] = join.records.map(({ recordHash }, place) => ({
    recordHash,
    phoneNumber: phones[place] ?? null,
  }));
  const addressees = configuration.roster.filter(({ officer }) => join.officers.includes(officer));
  const answers = yield* Effect.forEach(addressees, (officer) =>
    Effect.map(
      Effect.promise(() => encodeAnswer(keys.deposits, configuration.issuer, officer, join.binding, entries)),
      (bytes) => ({ officer: officer.officer, bytes }),
    ),
  );
  return { answers, people: entries.filter(({ phoneNumber }) => phoneNumber !== null).length } satisfies JoinAnswer;
});

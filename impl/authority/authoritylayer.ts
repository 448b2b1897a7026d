// The authority put together over its own store and vault, with the custodian and the issuers it may ask.
// Roster and custodian's key are pinned here: nobody becomes an officer, and nothing a release, by saying so.
// It holds no key of an officer and none of an issuer.
import { Context, Effect, Layer } from "effect";
import { disclosureTable } from "../generated/tables.ts";
import { policyNumbers } from "../generated/policy.ts";
import { AuthorityRules } from "../generated/services/authority.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { encodeCase } from "../protocol/casetext.ts";
import { CustodianPort, type IssuerPort } from "../protocol/contracts.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import type { StandingRoster } from "../roster/standing.ts";
import { makeBook } from "../store/book.ts";
import { erasing } from "../store/erasingonly.ts";
import { Store } from "../store/store.ts";
import { Vault } from "../store/vault.ts";
import { Authority, type AuthorityService } from "./authority.ts";
import { openCommitments } from "./commitments.ts";
import { openCaseFiles } from "./files.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { openJoining } from "./joining.ts";
import { openLearned } from "./learned.ts";
import { openOpening } from "./opening.ts";
import { openRegister } from "./register.ts";
import { openReleasing } from "./releasing.ts";
import { openSharing } from "./sharing.ts";
import { statisticsOf } from "./statistics.ts";

export interface AuthorityConfig {
  /** The officers, as this authority keeps their roster; custodian and issuers keep it for themselves. */
  readonly roster: StandingRoster;
  /** The custodian's Ed25519 public key, 32 bytes. */
  readonly custodianKey: Uint8Array;
  /** The issuers by their numbers. */
  readonly issuers: ReadonlyMap<number, IssuerPort["Service"]>;
}

/** How many cases a list shows. */
const casesListed = 200;

const openAuthority = Effect.fnUntraced(function* (config: AuthorityConfig) {
  const store = yield* Store;
  const policy = policyNumbers(yield* PolicyInForce);
  const custodianKey = importVerifyingKey(config.custodianKey);
  if (custodianKey === undefined) return yield* Effect.die("the custodian's key is not 32 bytes");
  yield* store.script(disclosureTable.createSql);
  const book = makeBook(store, disclosureTable);
  const rules = Context.get(yield* Layer.build(AuthorityRules.over({ disclosure: book })), AuthorityRules);
  const instants = yield* makePartyClock(store);
  const files = yield* openCaseFiles(store);
  const commitments = yield* openCommitments(store);
  const log = yield* TransparencyLog;
  const learned = yield* openLearned(store, yield* Vault);
  const register = openRegister(store, rules, learned, instants);
  const custodian = yield* CustodianPort;
  const { roster, issuers } = config;
  const opening = yield* openOpening({
    roster,
    files,
    commitments,
    register,
    instants,
    log,
    idOf: book.idOf,
  });

  const close: AuthorityService["close"] = Effect.fnUntraced(function* (caseId) {
    const atMs = yield* instants.now;
    yield* register.standing(caseId, atMs);
    yield* register.decide(
      caseId,
      atMs,
      (decider, slot) => decider.close(slot, atMs),
      () => Effect.void,
    );
    // Looked at once more, because whoever looks at a case that is over erases what it learned.
    yield* register.standing(caseId, atMs);
  });

  const read: AuthorityService["read"] = Effect.fnUntraced(function* (caseId) {
    const standing = yield* register.standing(caseId, yield* instants.now);
    const file = yield* files.read(caseId);
    const note = yield* learned.note(caseId);
    return {
      caseId,
      ...standing,
      ground: file?.facts.ground ?? "",
      requestedAtMs: file?.facts.requestedAtMs ?? null,
      windows: file?.facts.windows ?? [],
      requestedBy: file?.requestedBy ?? null,
      signedBy: file?.approvals.map(({ officer }) => officer) ?? [],
      caseText: file === undefined ? new Uint8Array(0) : encodeCase(file.facts),
      denial: file?.denial ?? null,
      records: note?.records ?? null,
      refusedClaims: note?.refusedClaims ?? null,
    };
  });

  const joining = openJoining({ issuers, files, register, learned, instants });
  const sweep = erasing(Effect.flatMap(instants.now, register.sweep));
  return Authority.of({
    ...opening,
    ...openReleasing({ custodian, custodianKey, files, commitments, log, register, learned, instants }),
    ...joining,
    giveShares: openSharing({
      roster,
      officersRequired: policy.officersRequired,
      files,
      register,
      learned,
      instants,
      join: joining.join,
    }),
    close,
    read,
    list: Effect.flatMap(files.latest(casesListed), (caseIds) => Effect.forEach(caseIds, read)),
    sweep,
    statistics: (year) => Effect.andThen(sweep, statisticsOf(store, year)),
  });
});

export const authorityLayer = (config: AuthorityConfig) => Layer.effect(Authority, openAuthority(config));

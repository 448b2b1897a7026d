// A small country for the tests of the authority: officers, two issuers and a custodian with real keys, epochs,
// shares, releases and answers, made of the protocol's own functions. What it keeps of visits is in memory.
// It implements the two ports as strictly as the tests need; the real parties have tests of their own.
import { Effect } from "effect";
import { Refused } from "../../../impl/lifecycle/refused.ts";
import { encodeAnswer } from "../../../impl/protocol/answer.ts";
import { checkApprovals, decodeCase } from "../../../impl/protocol/casetext.ts";
import { loggedApproval } from "../../../impl/protocol/caselogged.ts";
import type {
  CustodianPort,
  IssuerPort,
  ReleasedPart,
  ReleaseRequest,
} from "../../../impl/protocol/contracts.ts";
import { openJoin, type JoinRequest } from "../../../impl/protocol/disclosure.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { generateSealingKey } from "../../../impl/protocol/hpke.ts";
import { preparePass } from "../../../impl/protocol/issuing.ts";
import { generateOfficer, rosterEntryOf } from "../../../impl/protocol/officers.ts";
import { passSignedBytes } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { commitToScope, encodeRelease, recordHash, releaseHash } from "../../../impl/protocol/release.ts";
import { startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { openShareSealer } from "../../../impl/protocol/shares.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { present } from "../protocol/hex.ts";

/** Twelve o'clock in Seoul on 1 July 2020. */
export const noonMs = Date.UTC(2020, 6, 1, 3);
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

type CustodianService = CustodianPort["Service"];
type IssuerService = IssuerPort["Service"];

interface StoredVisit {
  readonly record: Uint8Array;
  readonly issuer: number;
  readonly epoch: ReleasedPart["epochs"][number];
  readonly venue: number;
  readonly scannedAtMs: number;
}

const signingKey = () => present(importSigningKey(drawSigningSeed()));

export const makeCountry = async (issuerNumbers: readonly number[] = [3]) => {
  const made = await Promise.all([1, 2, 7].map((number) => generateOfficer(number)));
  const officers = made.map(({ officer }) => officer);
  const roster = officers.map(rosterEntryOf);
  const custodianKey = signingKey();
  const visits: StoredVisit[] = [];
  const phones = new Map<string, string>();
  const asked: JoinRequest[] = [];
  const releases: ReleaseRequest[] = [];
  const authorityLog = makePaperLog("entrylog/authority");
  const custodianLog = makePaperLog("entrylog/custodian");

  const record = async (issuer: number, venue: number, scannedAtMs: number, phone: string | null) => {
    const epoch = new Epoch(scannedAtMs);
    const sealer = await openShareSealer(roster, { issuer, day: epoch.day });
    const shares = present(await sealer.seal(epoch.id, present(epoch.secret), 2));
    const handle = randomBytes(16);
    const pass = present(preparePass(epoch, { version: 1, issuer, issuedAtMs: scannedAtMs }, handle));
    if (phone !== null) phones.set(hexOf(handle), phone);
    const signed = pass.slice(0, passSignedBytes);
    const deposited = { epochId: epoch.id, day: epoch.day, shares };
    visits.push({ record: signed, issuer, epoch: deposited, venue, scannedAtMs });
    return signed;
  };

  const release: CustodianService["release"] = (request) =>
    Effect.gen(function* () {
      const { caseText, approvals, scopeSalt } = request;
      releases.push(request);
      const facts = decodeCase(caseText);
      const checked = checkApprovals(caseText, approvals, roster);
      if (!facts.ok || !checked.ok || checked.value.length < 2) {
        return yield* new Refused({ code: "officers-too-few" });
      }
      const approval = { proof: request.logged, facts: facts.value, caseText, scopeSalt };
      if (loggedApproval(approval, authorityLog.pinned)?.cosigners !== 2) {
        return yield* new Refused({ code: "case-unlogged" });
      }
      const approvedAtMs = Math.max(...approvals.map((each) => each.approvedAtMs));
      const { caseId, windows } = facts.value;
      const concerned = visits.filter(({ venue, scannedAtMs }) =>
        windows.some(
          (each) => each.venue === venue && scannedAtMs >= each.fromMs && scannedAtMs < each.untilMs,
        ),
      );
      const parts = issuerNumbers.flatMap((issuer): ReleasedPart[] => {
        const own = concerned.filter((visit) => visit.issuer === issuer);
        if (own.length === 0) return [];
        const bytes = encodeRelease(custodianKey, {
          caseId,
          issuer,
          releasedAtMs: approvedAtMs,
          lapsesAtMs: approvedAtMs + 72 * hourMs,
          commitment: commitToScope(scopeSalt, caseText),
          officers: checked.value,
          recordHashes: own.map((visit) => recordHash(visit.record)),
        });
        return [
          {
            issuer,
            release: bytes,
            records: own.map((visit) => visit.record),
            places: own.map(({ venue, scannedAtMs }) => ({
              venue,
              scannedAtMs,
              late: false,
              disputed: false,
            })),
            epochs: own.map((visit) => visit.epoch),
          },
        ];
      });
      const ends = concerned.map(({ epoch }) => startOfSeoulDayMs(epoch.day) + 28 * dayMs);
      const logged = custodianLog.prove({
        kind: "case.released",
        caseId,
        releasedAtMs: approvedAtMs,
        officers: checked.value,
        commitment: hexOf(commitToScope(scopeSalt, caseText)),
        parts: parts.map((part) => ({
          issuer: part.issuer,
          releaseHash: hexOf(releaseHash(part.release)),
          records: part.records.length,
        })),
      });
      const recordsEndAtMs = Math.min(...ends);
      return { parts, records: concerned.length, recordsEndAtMs, refusedClaims: 0, logged };
    });

  const makeIssuer = async (number: number) => {
    const sealing = await generateSealingKey();
    const answerKey = signingKey();
    const answered = new Set<string>();
    const terms = {
      issuer: number,
      sealing,
      custodianKey: custodianKey.verifyingKey,
      roster,
      officersNeeded: 2,
    };
    const service: IssuerService = {
      sealingKey: Effect.succeed(sealing.publicKey),
      answerKey: Effect.succeed(answerKey.publicKey),
      answer: Effect.fnUntraced(function* (request) {
        asked.push(request);
        const joined = yield* Effect.promise(() => openJoin(request, terms));
        if (!joined.ok) {
          const code = joined.reason === "tooFewOfficers" ? "officers-too-few" : "release-forged";
          return yield* new Refused({ code });
        }
        const name = hexOf(releaseHash(request.release));
        if (answered.has(name)) return yield* new Refused({ code: "release-answered" });
        answered.add(name);
        const { binding, officers: two, records } = joined.value;
        const entries = records.map(({ recordHash: hash, handle }) => ({
          recordHash: hash,
          phoneNumber: (handle === undefined ? undefined : phones.get(hexOf(handle))) ?? null,
        }));
        const answers = yield* Effect.promise(() =>
          Promise.all(
            two.map(async (officer) => {
              const entry = present(roster.find((each) => each.officer === officer));
              return { officer, bytes: await encodeAnswer(answerKey, number, entry, binding, entries) };
            }),
          ),
        );
        return { answers, people: entries.filter(({ phoneNumber }) => phoneNumber !== null).length };
      }),
    };
    return { number, service, sealingKey: sealing.publicKey, answerKey: answerKey.publicKey };
  };

  const custodian: CustodianService = {
    deposit: () => Effect.die("not asked for in these tests"),
    registerVenue: () => Effect.die("not asked for in these tests"),
    record: () => Effect.die("not asked for in these tests"),
    release,
  };
  const issuers = await Promise.all(issuerNumbers.map(makeIssuer));
  return {
    officers,
    kept: made.map(({ kept }) => kept),
    roster,
    custodian,
    custodianKey: custodianKey.publicKey,
    custodianSigning: custodianKey,
    issuers,
    record,
    /** What the issuers and the custodian were asked. */
    asked,
    releases,
    authorityLog,
    custodianLog,
  };
};

export type Country = Awaited<ReturnType<typeof makeCountry>>;

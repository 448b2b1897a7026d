/**
 * Answers asked of the issuer in the authority's name, under releases that are signed with the custodian's key or with another, stand in
 * a log that two, one or none cosigned, and to which two, one or no officer gave a share. What the issuer answers is what its rule
 * says, whatever custodian and authority would have said before. No real record is asked for.
 */
import { Effect } from "effect";
import { drawScopeSalt, encodeRelease, recordHash, releaseHash } from "../../../impl/protocol/release.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import { passSignedBytes } from "../../../impl/protocol/pass.ts";
import { bindingOf, resealShares } from "../../../impl/protocol/reseal.ts";
import type { Given, Happening } from "../../../models/language/interpret.ts";
import type { Answer } from "../contract.ts";
import { proofIn } from "./disclosureasking.ts";
import { answersOnly, isRuleOf, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { ask } from "./requests.ts";

const rule = "issuer.answer";
const issuer = 1;

const cannotBe = (given: Given): string | undefined => {
  if (given["caseEndsAt"] === null) return "every case that is answered comes to its end";
  if (["records", "recordsOfDay"].some((name) => Number(given[name]) > 0))
    return "thousands of visits are not made for one answer";
  return undefined;
};

/** What has the form of a record of the issuer, and is none. */
const madeUpRecord = (which: number): Uint8Array =>
  new Uint8Array(passSignedBytes).fill(issuer).fill(which, passSignedBytes - 1);

export const makeJoins: MakeOffering = (country, calendar): Offering => {
  const { asking, officers, closedUrls } = country;
  const both = [officers.first, officers.second];
  const sealingKey = officers.first.issuers.get(issuer)?.sealing ?? new Uint8Array(0);
  let cases = 0;

  const create: Offering["create"] = Effect.fnUntraced(function* (_, atMs) {
    const shift = calendar.begin(atMs);
    let now = atMs;
    const moveTo = (toMs: number): void => {
      now = toMs;
      calendar.set(toMs + shift);
    };

    const send = Effect.fnUntraced(function* ({ type, given }: Happening) {
      if (type !== rule) return yield* notOffered("send", `${type} is not asked without a person`);
      const impossible = cannotBe(given);
      if (impossible !== undefined) return yield* notOffered("send", impossible);
      cases += 1;
      const listed = madeUpRecord(1);
      const facts = {
        caseId: `joined-${String(cases)}`,
        releasedAtMs: now + shift,
        commitment: drawScopeSalt(),
        officers: both.map(({ officer }) => officer.officer),
      };
      const signing = given["releaseSigned"] === true ? asking.releases : officers.first.officer.signing;
      const release = encodeRelease(signing, {
        ...facts,
        issuer,
        lapsesAtMs: Number(given["caseEndsAt"]) + shift,
        recordHashes: [recordHash(listed)],
      });
      const part = { issuer, releaseHash: hexOf(releaseHash(release)), records: 1 };
      const commitment = hexOf(facts.commitment);
      const entry = { kind: "case.released", ...facts, commitment, parts: [part] } as const;
      const resealed = yield* Effect.promise(() =>
        Promise.all(
          both
            .slice(0, Number(given["officers"]))
            .map(({ officer }) => resealShares(officer, bindingOf(facts.caseId, release), sealingKey, [])),
        ),
      );
      const join = (records: readonly Uint8Array[]) =>
        ask({
          method: "POST",
          url: `${closedUrls.issuer}/v1/joins`,
          identity: asking.identity,
          body: {
            release: base64UrlOf(release),
            resealed: resealed.map(base64UrlOf),
            records: records.map(base64UrlOf),
            logged: proofIn(asking.custodianLog, entry, Number(given["cosigners"]), now + shift),
          },
        });
      // Asked again in the same way it would answer the same; another asking is one too many.
      const isAnswered = given["answeredBefore"] === true;
      if (isAnswered) yield* join([]);
      const unlisted = given["listed"] === true ? [] : [madeUpRecord(2)];
      const { code } = yield* join(isAnswered ? [listed] : unlisted);
      return (code === "" ? { told: "" } : { refused: code }) satisfies Answer;
    });

    return answersOnly(moveTo, send);
  });

  return { offers: isRuleOf("issuer"), create };
};

/**
 * Releases asked of the custodian in the authority's name, over the authority's own line: an authority that believes anything, or is not
 * honest, asks for more venues, a longer window, a case that is over, with one officer, or with a log that nobody cosigned. What the
 * custodian answers is what its rule says, whatever the authority would have said before. Records it has none of for such a case.
 */
import { Effect } from "effect";
import { approvalEntry } from "../../../impl/protocol/caselogged.ts";
import { approveCase, encodeCase, type CaseFacts } from "../../../impl/protocol/casetext.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import { drawScopeSalt } from "../../../impl/protocol/release.ts";
import type { Given, Happening } from "../../../models/language/interpret.ts";
import { presets } from "../../../models/policy.ts";
import type { Answer } from "../contract.ts";
import { proofIn } from "./disclosureasking.ts";
import { answersOnly, isRuleOf, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { ask } from "./requests.ts";

const rule = "custodian.release";

const cannotBe = (given: Given): string | undefined => {
  if (["windowStart", "windowEnd", "approvedAt"].some((name) => given[name] === null))
    return "no instant of a release is one that never comes";
  if (["records", "recordsOfDay"].some((name) => Number(given[name]) > 0))
    return "thousands of visits are not made for one release";
  return undefined;
};

export const makeReleases: MakeOffering = (country, calendar): Offering => {
  const { asking, officers, closedUrls } = country;
  let cases = 0;

  const create: Offering["create"] = Effect.fnUntraced(function* (subject, atMs) {
    // A case may be as old as cases become, so it begins that much earlier.
    const oldestMs = Number(presets[subject.preset].constants["caseLifetime"]) + 1;
    const shift = calendar.begin(atMs - oldestMs);
    let now = atMs;
    const moveTo = (toMs: number): void => {
      now = toMs;
      calendar.set(toMs + shift);
    };

    const send = Effect.fnUntraced(function* ({ type, given }: Happening) {
      if (type !== rule) return yield* notOffered("send", `${type} is asked of no custodian alone`);
      const impossible = cannotBe(given);
      if (impossible !== undefined) return yield* notOffered("send", impossible);
      cases += 1;
      const approvedAtMs = Number(given["approvedAt"]) + shift;
      const facts: CaseFacts = {
        caseId: `asked-${String(cases)}`,
        ground: String(given["ground"]),
        requestedAtMs: Math.min(approvedAtMs, now + shift),
        windows: Array.from({ length: Number(given["venues"]) }, (_, place) => ({
          venue: place + 1,
          fromMs: Number(given["windowStart"]) + shift,
          untilMs: Number(given["windowEnd"]) + shift,
        })),
      };
      const caseText = encodeCase(facts);
      const approvals = [officers.first, officers.second]
        .slice(0, Number(given["officers"]))
        .map(({ officer }) => approveCase(officer, caseText, approvedAtMs));
      const scopeSalt = drawScopeSalt();
      const named = approvals.map(({ officer }) => officer);
      const entry = approvalEntry(facts, caseText, scopeSalt, named, approvedAtMs);
      const { code } = yield* ask({
        method: "POST",
        url: `${closedUrls.custodian}/v1/releases`,
        identity: asking.identity,
        body: {
          caseText: base64UrlOf(caseText),
          approvals: approvals.map((approval) => ({
            ...approval,
            signature: base64UrlOf(approval.signature),
          })),
          scopeSalt: base64UrlOf(scopeSalt),
          logged: proofIn(asking.authorityLog, entry, Number(given["cosigners"]), now + shift),
        },
      });
      return (code === "" ? { told: "" } : { refused: code }) satisfies Answer;
    });

    moveTo(atMs);
    return answersOnly(moveTo, send);
  });

  return { offers: isRuleOf("custodian"), create };
};

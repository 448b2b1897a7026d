// The investigation: a case that two different officers stand behind, the custodian's release, their shares, and the join.
// What is joined is compared with what the story knows: where the person was, and under which number.
import { Effect } from "effect";
import { vocabularies } from "../../../models/policy.ts";
import { instants, windows } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { OpenCase } from "../../office.ts";
import type { Step } from "../step.ts";

const noCase: OpenCase = { caseId: "", caseText: new Uint8Array(0) };

export const opening: Step = {
  id: "case",
  at: () => instants.case,
  clauses: ["S8", "F6", "F13", "C4", "C7"],
  play: Effect.fnUntraced(function* ({ office, door, policy, memory, look }, notes) {
    const before = yield* look;
    if (vocabularies.consentAsked[policy.consentAsked] === "everyPass")
      yield* notes.claim((claims) => claims.consentOver, countOf(before, "issuer", "consents") === 0);
    const window = { venue: door.venue, ...windows.first };
    yield* notes.refused("case-without-ground", (yield* office.ask("none", [window])).refusal);
    const asked = yield* office.ask("investigation", [window]);
    const opened = asked.refusal === undefined ? asked.value : noCase;
    memory.firstCase = opened;
    yield* notes.claim((claims) => claims.caseOpened(opened.caseId), asked.refusal === undefined);
    yield* notes.refused("case-same-officer", (yield* office.approve(opened, office.first)).refusal);
    const approved = yield* office.approve(opened, office.second);
    yield* notes.claim((claims) => claims.caseApproved, approved.refusal === undefined);
  }),
};

export const join: Step = {
  id: "join",
  at: () => instants.join,
  clauses: ["S8", "S10", "F6", "C4"],
  play: Effect.fnUntraced(function* ({ office, person, door, memory, look }, notes) {
    const opened = memory.firstCase ?? noCase;
    const released = yield* office.askRelease(opened);
    yield* notes.claim(
      (claims) => claims.released(2),
      released.refusal === undefined && released.value === 2,
    );
    yield* notes.refused("officers-too-few", (yield* office.join(opened, [office.first])).refusal);
    const joined = yield* office.join(opened, [office.first, office.second]);
    for (const officer of [office.first, office.second]) {
      const read = yield* office.read(opened, officer);
      const visits = read.refusal === undefined ? read.value : [];
      yield* notes.claim(
        (claims) => claims.officerReads(officer === office.first, person.phone, visits.length),
        joined.refusal === undefined &&
          joined.value === 2 &&
          visits.length === 2 &&
          visits.every(({ phoneNumber, venue }) => phoneNumber === person.phone && venue === door.venue),
      );
    }
    office.end(opened);
    const holdings = yield* look;
    yield* notes.claim((claims) => claims.answerSealed, holdings.phoneAt.join() === "issuer");
    yield* notes.claim(
      (claims) => claims.issuerLearnt,
      countOf(holdings, "issuer", "casesAnswered") === 1 && !holdings.placeAt.includes("issuer"),
    );
  }),
};

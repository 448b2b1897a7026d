// Erasure by the clock, with nobody pressing a button: the answer of a case, and then everything of the first day.
// Each is looked at one millisecond before its end and at it, in the files of every party.
import { Effect } from "effect";
import { dateOf } from "../../../impl/custodian/visittable.ts";
import { readHeader } from "../../../impl/protocol/pass.ts";
import { answerEndsAtMs, firstDay, firstDayEndsAtMs, windows } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { Scene } from "../scene.ts";
import type { Step } from "../step.ts";

export const answersErased: Step = {
  id: "answersErased",
  at: (policy) => answerEndsAtMs(policy) - 1,
  clauses: ["C4"],
  play: Effect.fnUntraced(function* ({ office, memory, policy, goTo, look }, notes) {
    const opened = memory.firstCase ?? { caseId: "", caseText: new Uint8Array(0) };
    const before = yield* office.read(opened, office.first);
    const answersBefore = countOf(yield* look, "authority", "answers");
    yield* notes.claim(
      (claims) => claims.answerStillReadable,
      before.refusal === undefined && before.value.length === 2,
    );
    yield* goTo(answerEndsAtMs(policy));
    const after = yield* office.read(opened, office.first);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.answerGone,
      after.refusal !== undefined &&
        !holdings.of.authority.keys.includes(opened.caseId) &&
        countOf(holdings, "authority", "answers") === answersBefore - 1,
    );
    yield* notes.claim((claims) => claims.caseStays, countOf(holdings, "authority", "cases") === 2);
  }),
};

/** Whether anything of the epochs of these passes, their sealed shares among it, stands in any file. */
const isAnyEpochFound = ({ memory, isFoundAnywhere }: Scene) =>
  Effect.map(
    Effect.forEach(memory.firstDay, (pass) => isFoundAnywhere(readHeader(pass).epochId)),
    (found) => found.includes(true),
  );

export const fourWeeks: Step = {
  id: "fourWeeks",
  at: (policy) => firstDayEndsAtMs(policy) - 1,
  clauses: ["S9", "F5", "C2"],
  play: Effect.fnUntraced(function* (scene, notes) {
    const { office, door, policy, goTo, look } = scene;
    const visits = `visit_${dateOf(firstDay)}`;
    const before = yield* look;
    yield* notes.claim(
      (claims) => claims.dayStillThere,
      before.of.custodian.tables.includes(visits) && (yield* isAnyEpochFound(scene)),
    );
    yield* goTo(firstDayEndsAtMs(policy));
    const { custodian, issuer } = (yield* look).of;
    yield* notes.claim((claims) => claims.noVisits, !custodian.tables.includes(visits));
    const names = [...issuer.keys, ...custodian.keys];
    const ofTheDay = new RegExp(`-(${String(firstDay)}|${dateOf(firstDay)})$`);
    yield* notes.claim((claims) => claims.noKeys, !names.some((name) => ofTheDay.test(name)));
    yield* notes.claim((claims) => claims.noAliases, !issuer.aliasDays.includes(firstDay));
    yield* notes.claim((claims) => claims.noShares, !(yield* isAnyEpochFound(scene)));
    const late = yield* office.ask("investigation", [{ venue: door.venue, ...windows.first }]);
    yield* notes.refused("case-window-erased", late.refusal);
  }),
};

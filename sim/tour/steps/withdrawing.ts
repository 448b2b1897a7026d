// Leaving: another visit, then the person withdraws, and a second case over that visit finds nobody behind it.
// The sealed visit stays until its day ends; what could have tied it to the person is gone (clauses C5, C8).
import { Effect } from "effect";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { instants, shownAfterMs, windows } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { Scene } from "../scene.ts";
import type { Step } from "../step.ts";

/** Agrees, asks for a pass at this instant and shows it; whether the person may enter. */
export const visitAt = Effect.fnUntraced(function* (scene: Scene, atMs: number) {
  const { person, door, policy, goTo } = scene;
  yield* goTo(atMs);
  yield* person.agree(policy.noticeVersion);
  const { pass } = yield* person.askPass;
  yield* goTo(atMs + shownAfterMs(policy));
  if (pass === undefined) return false;
  return (yield* door.show(encodePassText(pass))) === undefined;
});

/** Every table of the issuer that has a row for a person, their events among them. */
const tablesOfPeople = /^(account|consent|verification)/;

export const withdrawn: Step = {
  id: "withdrawn",
  at: () => instants.anotherVisit,
  clauses: ["C5", "C9"],
  play: Effect.fnUntraced(function* (scene, notes) {
    const { person, goTo, look } = scene;
    const entered = yield* visitAt(scene, instants.anotherVisit);
    yield* notes.claim(
      (claims) => claims.visitedAgain,
      entered && countOf(yield* look, "custodian", "visits") === 3,
    );
    yield* goTo(instants.withdrawn);
    const left = yield* person.withdraw;
    const holdings = yield* look;
    const { tables } = holdings.of.issuer;
    yield* notes.claim(
      (claims) => claims.tiesGone,
      left.refusal === undefined &&
        countOf(holdings, "issuer", "aliases") === 0 &&
        !tables.some((name) => tablesOfPeople.test(name)),
    );
    yield* notes.claim((claims) => claims.numberNowhere, holdings.phoneAt.length === 0);
    yield* notes.claim(
      (claims) => claims.sealedVisitsStay(3),
      countOf(holdings, "custodian", "visits") === 3,
    );
    yield* notes.claim(
      (claims) => claims.earlierAnswerStays,
      countOf(holdings, "authority", "answers") === 1,
    );
    yield* notes.refused("consent-required", (yield* person.askPass).refusal);
  }),
};

export const nobody: Step = {
  id: "nobody",
  at: () => instants.nobody,
  clauses: ["C5", "C8"],
  play: Effect.fnUntraced(function* ({ office, door }, notes) {
    const asked = yield* office.ask("investigation", [{ venue: door.venue, ...windows.second }]);
    const opened = asked.refusal === undefined ? asked.value : { caseId: "", caseText: new Uint8Array(0) };
    yield* office.approve(opened, office.second);
    const released = yield* office.askRelease(opened);
    const joined = yield* office.join(opened, [office.first, office.second]);
    yield* notes.claim(
      (claims) => claims.countOnly(1, 0),
      released.refusal === undefined &&
        released.value === 1 &&
        joined.refusal === undefined &&
        joined.value === 0,
    );
    office.end(opened);
    const read = yield* office.read(opened, office.second);
    yield* notes.claim(
      (claims) => claims.readsNobody,
      read.refusal === undefined &&
        read.value.length === 1 &&
        read.value.every(({ phoneNumber }) => phoneNumber === null),
    );
  }),
};

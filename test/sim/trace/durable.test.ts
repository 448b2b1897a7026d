// The durable trace of real stores is replayed against the models, and a row or an event changed by hand is refused with its place.
// The stores are made by the generated services and by the custodian itself; the hand is sqlite's.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect, Result } from "effect";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../models/policy.ts";
import { replayDurable } from "../../../sim/trace/durable.ts";
import { fileOf } from "../../impl/custodian/rooms.ts";
import { openGate, passes, scanned } from "../../impl/custodian/gate.ts";
import { makePlace } from "../../impl/custodian/place.ts";
import { atNoon, inCustodian, noonMs } from "../../impl/custodian/rooms.ts";
import { tellStory, type Told } from "./story.ts";
import { day, noon, second } from "./tellers.ts";

const replayed = (file: string, at: number) =>
  Effect.runPromise(Effect.result(replayDurable({ file, policy: defaultPolicy, at })));

const faultIn = async (file: string, at: number) => {
  const done = await replayed(file, at);
  return Result.isFailure(done) ? done.failure : undefined;
};

const byHand = (file: string, text: string): void => {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
  database.exec(text);
  database.close();
};

const now = noon + 800 * second;
const issuerOf = ({ folder }: Told) => join(folder, "issuer.sqlite");
const staying = () => tellStory({ leaves: false });

describe("the durable trace", () => {
  it("of issuer, custodian and authority is replayed whole", async () => {
    const told = await staying();
    const of = async (name: string) =>
      Result.getOrThrow(await replayed(join(told.folder, `${name}.sqlite`), noon + second * 590));
    expect(await of("issuer")).toEqual({ rows: 4, events: 6, visits: 0 });
    expect(await of("custodian")).toEqual({ rows: 2, events: 2, visits: 0 });
    expect(await of("authority")).toEqual({ rows: 1, events: 4, visits: 0 });
  });

  it("of somebody who has withdrawn holds nothing of them", async () => {
    const told = await tellStory();
    expect(Result.getOrThrow(await replayed(issuerOf(told), now))).toEqual({ rows: 2, events: 2, visits: 0 });
  });

  it("refuses a row that is held longer than its deadline and the lateness of the sweep", async () => {
    const told = await staying();
    const over = noon + 600 * second;
    expect(await faultIn(issuerOf(told), over + 600 * second)).toBeUndefined();
    expect(await faultIn(issuerOf(told), over + 600 * second + 1)).toMatchObject({
      place: "consent 1",
      sentence: "Its endsAt is over, and it is still here.",
    });
  });

  it.each([
    ["a state", "UPDATE verification SET state = 'expired', verifiedUntil = NULL", "verification 1", 0],
    [
      "a deadline",
      `UPDATE verification SET verifiedUntil = verifiedUntil + ${String(day)}`,
      "verification 1",
      0,
    ],
    ["a count", "UPDATE verification SET sends = 2", "verification 1", 0],
    ["the end of a consent", "UPDATE consent SET endsAt = NULL", "consent 1", 0],
    ["the end of a day", "UPDATE day SET endsAt = endsAt + 1", "day 18444", 0],
    [
      "an event moved back",
      `UPDATE verification_event SET at = ${String(noon)} - 1 WHERE sequence = 2`,
      "verification 1",
      2,
    ],
    [
      "an event moved past a deadline",
      `UPDATE verification_event SET at = at + 181000 WHERE sequence = 3`,
      "verification 1",
      3,
    ],
    ["an event left out", "DELETE FROM verification_event WHERE sequence = 2", "verification 1", 3],
    ["the last event left out", "DELETE FROM verification_event WHERE sequence = 3", "verification 1", 0],
    [
      "another transition",
      "UPDATE verification_event SET transition = 'verification:challenged--code.submitted#3-->locked' WHERE sequence = 2",
      "verification 1",
      2,
    ],
    ["a transition of nobody", "UPDATE consent_event SET transition = 'consent:given'", "consent 1", 1],
    ["another event", "UPDATE consent_event SET event = 'consent.withdrawn'", "consent 1", 1],
    ["another state of an event", "UPDATE consent_event SET state = 'outdated'", "consent 1", 1],
    ["a row that no event made", "INSERT INTO consent VALUES ('9', 'given', 1, 1, NULL)", "consent 9", 0],
    ["events of no row", "DELETE FROM consent", "consent 1", 1],
  ])("refuses %s altered by hand", async (_what, text, place, line) => {
    const told = await staying();
    byHand(issuerOf(told), text);
    const fault = await faultIn(issuerOf(told), noon + 300 * second);
    expect({ place: fault?.place, line: fault?.line }).toEqual({ place, line });
    expect(fault?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("takes the end of an account from the row, because each pass moves it and leaves no event", async () => {
    const told = await staying();
    byHand(issuerOf(told), "UPDATE verification SET accountEndsAt = accountEndsAt + 1");
    expect(await faultIn(issuerOf(told), noon + 300 * second)).toBeUndefined();
  });

  it("refuses a case whose officers were made one, or whose time was lengthened", async () => {
    for (const text of [
      "UPDATE disclosure SET ground = 'none', requestedBy = NULL, state = 'requested'",
      "UPDATE disclosure SET answerEndsAt = NULL, lapseAt = 1",
    ]) {
      const told = await staying();
      const file = join(told.folder, "authority.sqlite");
      byHand(file, text);
      expect((await faultIn(file, now))?.place).toBe(`disclosure ${told.caseId}`);
    }
  });

  it("that cannot be read is refused with a sentence", async () => {
    expect((await faultIn(join((await staying()).folder, "nowhere.sqlite"), now))?.sentence).toContain(
      "cannot be read",
    );
  });
});

describe("the visits of a custodian", () => {
  const recorded = async () => {
    const place = makePlace();
    await atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const shown = yield* passes(place, epoch, noonMs, 3);
          return yield* custodian.record(shown.map((pass) => scanned(pass, noonMs + 5_000)));
        }),
      ),
    );
    return fileOf(place);
  };
  const at = noonMs + 60_000;

  it("are counted, and each ends with its day", async () => {
    expect(Result.getOrThrow(await replayed(await recorded(), at)).visits).toBe(3);
  });

  it.each([
    [
      "an end moved",
      "UPDATE visit_20200701 SET eraseAt = eraseAt + 1 WHERE position = (SELECT max(position) FROM visit_20200701)",
    ],
    ["a state of no visit", "UPDATE visit_20200701 SET state = 'erased'"],
    [
      "a visit taken out",
      "DELETE FROM visit_20200701 WHERE position = (SELECT max(position) FROM visit_20200701)",
    ],
    ["a day taken out", "DELETE FROM day; DELETE FROM day_event"],
  ])("%s by hand is refused", async (_what, text) => {
    const file = await recorded();
    byHand(file, text);
    expect((await faultIn(file, at))?.place).toContain("visit_20200701");
  });
});

// The custodian itself, with real passes, signatures, a real file and a real vault, driven by the same paths and stories of
// a pass and a visit; it is closed and opened again before every step. Its answers are those of the law, and what lies in
// its file is the visit as the plain reading has it. Both sides of each deadline are met, by reading and by sweeping.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { interpret, type Happening, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { pass } from "../../models/pass.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { visit } from "../../models/visit.ts";
import { beginning, type StoryStep } from "../equal/stories.ts";
import { approved, caseOf, requestOf, windowOf } from "../impl/custodian/cases.ts";
import { codesOf, deposit, passes, register, scanned, venue } from "../impl/custodian/gate.ts";
import { makePlace } from "../impl/custodian/place.ts";
import { ask, atNoon, inCustodian, type Place } from "../impl/custodian/rooms.ts";
import { covering } from "../covering.ts";
import { present } from "../impl/protocol/hex.ts";
import { amountOf, flagOf } from "../../sim/conform/parties/given.ts";
import { talesOf, type Tale } from "./timedpaths.ts";

const hourMs = 3_600_000;
const cover = covering(import.meta.url);

/** What a custodian never meets: showing, which is the phone's, and passes that nobody issued, which are forged. */
const elsewhere = (id: string): boolean =>
  id.includes("pass.presented") || id.startsWith("pass:unissued--pass.scanned");

/** A pass must be alive when it is scanned, which the visit alone does not ask. */
const admits = ({ now, event }: StoryStep): boolean => {
  if (event?.type !== "visit.recorded") return true;
  const issuedAt = amountOf(event.given, "passIssuedAt");
  return issuedAt <= now && issuedAt > now - 10_000;
};

const ofScans = ({ steps }: Tale): boolean =>
  steps[0]?.event?.type === "pass.issued" && steps.every(({ event }) => event?.type !== "pass.presented");

/** Issued 2,001 ms ahead of the custodian's clock. */
const byTwoClocks: Tale = {
  says: "a pass from the future",
  preset: "2020-07",
  steps: [
    { now: beginning + 2_001, event: { type: "pass.issued", given: {} } },
    { now: beginning, event: { type: "pass.scanned", given: {} } },
  ],
};

const stored = (place: Place) => ask(place, 'SELECT state, "eraseAt", "late" FROM visit');
const rowOf = ({ state, fields }: Instance) =>
  visit.states[state]?.meta.gone === true ? [] : [[state, fields["eraseAt"], Number(fields["late"])]];

/** A gate that is open from then on. */
const openedAt = Effect.fnUntraced(function* (place: Place, atMs: number) {
  yield* TestClock.setTime(atMs);
  return yield* inCustodian(place, (custodian) =>
    Effect.gen(function* () {
      yield* custodian.announceLevel("serious");
      yield* register(custodian);
      const epoch = yield* deposit(custodian, place, atMs);
      const [bytes] = yield* passes(place, epoch, atMs, 1);
      return present(bytes);
    }),
  );
});

interface Lived {
  standing: Instance;
  readonly driven: Set<string>;
  readonly life: (transitions: readonly string[]) => void;
}

const reading = (machine: Lifecycle, lived: Lived, event: Happening | undefined, now: number) => {
  const { instance, taken, own } = interpret(machine, defaultPolicy, lived.standing, event, now);
  for (const { transition } of taken) lived.driven.add(transition);
  lived.life(taken.map(({ transition }) => transition));
  lived.standing = instance;
  return own?.refused ?? "not-allowed";
};

const began = (machine: Lifecycle, driven: Set<string>): Lived => ({
  standing: { state: machine.initial, fields: machine.context },
  driven,
  life: cover.living(),
});

const missed = (machine: Lifecycle, driven: Set<string>) =>
  transitionsOf(machine).filter(({ id }) => !elsewhere(id) && !driven.has(id));

describe("a pass at the custodian", () => {
  /** The pass's story; where nothing is sent, time passes. */
  const live = ({ steps }: Tale, driven: Set<string>) =>
    Effect.gen(function* () {
      const place = makePlace();
      const lived = began(pass, driven);
      let bytes = new Uint8Array(0);
      for (const { now, event } of steps) {
        yield* TestClock.setTime(now);
        const code = reading(pass, lived, event, now);
        if (event?.type === "pass.issued") bytes = Uint8Array.from(yield* openedAt(place, now));
        if (event?.type !== "pass.scanned") continue;
        // A device is ahead of the custodian by what is allowed, so that a pass may be too.
        const scannedAtMs = now + 2_000;
        const scan = { ...scanned(bytes, scannedAtMs), receivedAtMs: now };
        const answers = yield* inCustodian(place, (custodian) => custodian.record([scan]));
        expect(codesOf(answers)).toEqual([code]);
        expect(stored(place)).toHaveLength(lived.standing.state === "accepted" ? 1 : 0);
      }
    });

  it("goes through every transition that a custodian meets", async () => {
    const driven = new Set<string>();
    for (const tale of [...talesOf(pass).tales.filter(ofScans), byTwoClocks])
      await atNoon(live(tale, driven));
    expect(missed(pass, driven)).toEqual([]);
  });

  it("is taken at its last millisecond, and not at its end", async () => {
    const issued = { now: beginning, event: { type: "pass.issued", given: {} } };
    const driven = new Set<string>();
    for (const now of [beginning + 16_999, beginning + 17_000]) {
      const steps = [issued, { now, event: { type: "pass.scanned", given: {} } }];
      await atNoon(live({ says: "at its end", preset: "2020-07", steps }, driven));
    }
    expect([...driven].filter((id) => id.includes("issued--pass.scanned#2"))).toHaveLength(1);
    expect(driven).toContain("pass:expired--pass.scanned-->expired");
  });
});

describe.for(["reading", "sweeping"] as const)("a visit at the custodian, %s", (look) => {
  /** Whoever looks lets what is due end; the sweep takes it off the disk. */
  const looked = Effect.fnUntraced(function* (place: Place, lived: Lived, now: number) {
    yield* TestClock.setTime(now);
    const before = lived.standing.state;
    reading(visit, lived, undefined, now);
    const isThere = rowOf(lived.standing).length === 1;
    if (look === "reading") {
      const found = yield* inCustodian(place, (custodian) => custodian.lookup(venue, 0, now));
      expect(found.flatMap(({ positions }) => [...positions])).toHaveLength(isThere ? 1 : 0);
    }
    const swept = yield* inCustodian(place, (custodian) => custodian.sweep);
    expect(swept.visits).toBe(before !== lived.standing.state ? 1 : 0);
    expect(stored(place)).toEqual(rowOf(lived.standing));
  });

  const live = ({ steps }: Tale, late: boolean, driven: Set<string>, bothSides: Set<string>) =>
    Effect.gen(function* () {
      const place = makePlace();
      const lived = began(visit, driven);
      let cases = 0;
      const step = Effect.fnUntraced(function* ({ now, event }: StoryStep) {
        if (event === undefined) return yield* looked(place, lived, now);
        if (event.type === "visit.recorded") {
          const issuedAtMs = amountOf(event.given, "passIssuedAt");
          const bytes = yield* openedAt(place, issuedAtMs);
          const receivedAtMs = late ? now + hourMs : now;
          yield* TestClock.setTime(receivedAtMs);
          const scan = scanned(bytes, now, { late, receivedAtMs });
          const answers = yield* inCustodian(place, (custodian) => custodian.record([scan]));
          expect(codesOf(answers)).toEqual([
            reading(visit, lived, { ...event, given: { ...event.given, late } }, now),
          ]);
          expect(flagOf(lived.standing.fields, "late")).toBe(late);
        } else {
          const at = late ? now + 2 * hourMs : now + 1;
          yield* TestClock.setTime(at);
          expect(reading(visit, lived, event, at)).toBe("");
          cases += 1;
          const window = windowOf(venue, beginning - hourMs, beginning + hourMs);
          const text = caseOf([window], `case-${cases}`, "investigation", at);
          const released = yield* inCustodian(place, (custodian) =>
            custodian.release(requestOf(text, approved(text, undefined, at))),
          );
          expect(released.records).toBe(1);
        }
        expect(stored(place)).toEqual(rowOf(lived.standing));
      });
      for (const one of steps) yield* step(one);
      const { eraseAt } = lived.standing.fields;
      if (typeof eraseAt !== "number") return;
      const before = lived.standing.state;
      yield* looked(place, lived, eraseAt - 1);
      expect(lived.standing.state).toBe(before);
      yield* looked(place, lived, eraseAt);
      bothSides.add(`${before} ${lived.standing.state}`);
    });

  it.for([false, true])("goes through every transition, late %s", async (late) => {
    const driven = new Set<string>();
    const bothSides = new Set<string>();
    const { tales } = talesOf(visit, admits);
    const recordedOnly = tales.map((tale) => ({ ...tale, steps: tale.steps.slice(0, 1) })).slice(0, 1);
    for (const tale of [...recordedOnly, ...tales]) await atNoon(live(tale, late, driven, bothSides));
    expect(missed(visit, driven)).toEqual([]);
    expect([...bothSides].toSorted()).toEqual(["disclosed erased", "recorded erased"]);
  });
});

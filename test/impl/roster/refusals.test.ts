// What a party refuses of a roster, each with its code and with nothing noted: a wrong sequence, invented officers, the keeper
// alone, the officers alone; and with which rosters a party does not even start.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { generateOfficer } from "../../../impl/protocol/officers.ts";
import {
  draftRoster,
  encodeSignedRoster,
  signRosterAsKeeper,
  signRosterAsOfficer,
  type RosterDocument,
  type SignedRoster,
} from "../../../impl/protocol/roster.ts";
import { firstRoster } from "../../../impl/roster/pinnedroster.ts";
import type { StandingRoster } from "../../../impl/roster/standing.ts";
import { present } from "../protocol/hex.ts";
import {
  change,
  dayMs,
  entries,
  first,
  keeper,
  newKey,
  noonMs,
  opened,
  place,
  running,
  second,
  signedBy,
  standingIn,
  type Place,
} from "./keeping.ts";

const invented = await Promise.all([1, 2].map(async (number) => (await generateOfficer(number)).officer));
const newcomers = await Promise.all([8, 9].map(async (number) => (await generateOfficer(number)).officer));

describe("a roster is refused, and the standing one stands", () => {
  const refuses = (name: string, code: string, make: (roster: StandingRoster) => SignedRoster | Uint8Array) =>
    it(`${name}: ${code}`, () =>
      running(
        Effect.gen(function* () {
          const { roster, entriesLogged } = yield* opened(place());
          const made = make(roster);
          const bytes = made instanceof Uint8Array ? made : encodeSignedRoster(made);
          expect(yield* Effect.flip(roster.announce(bytes))).toMatchObject({ code });
          expect(standingIn(roster, noonMs + 30 * dayMs)).toEqual([1, 2, 3]);
          expect(roster.view(noonMs).waiting).toBeUndefined();
          expect(yield* entriesLogged).toEqual([]);
        }),
      ));
  const altered = (roster: StandingRoster, changed: Partial<RosterDocument>) =>
    signedBy(draftRoster({ ...change(roster).document, ...changed }), first, second);

  refuses("signed by the keeper alone", "roster-officers-too-few", (roster) => signedBy(change(roster)));
  refuses("signed by one officer and the keeper", "roster-officers-too-few", (roster) =>
    signedBy(change(roster), first),
  );
  refuses("signed by officers and not by the keeper", "roster-keeper-missing", (roster) => {
    const draft = change(roster);
    return [first, second].map(present).reduce(signRosterAsOfficer, draft);
  });
  refuses("signed by another keeper", "roster-keeper-missing", (roster) => {
    const draft = signRosterAsKeeper(change(roster), newKey());
    return [first, second].map(present).reduce(signRosterAsOfficer, draft);
  });
  refuses("signed by two invented officers under standing numbers", "roster-officers-too-few", (roster) =>
    signedBy(change(roster), ...invented),
  );
  refuses("signed by the newcomers whom it lists", "roster-officers-too-few", (roster) =>
    signedBy(change(roster, entries(first, ...newcomers)), ...newcomers),
  );
  refuses("that skips a sequence number", "roster-out-of-turn", (roster) => altered(roster, { sequence: 3 }));
  refuses("that repeats a sequence number", "roster-out-of-turn", (roster) =>
    altered(roster, { sequence: 1 }),
  );
  refuses("that follows another roster", "roster-out-of-turn", (roster) =>
    altered(roster, { follows: new Uint8Array(32).fill(7) }),
  );
  refuses("altered after it was signed", "roster-keeper-missing", (roster) => ({
    ...signedBy(change(roster), first, second),
    message: altered(roster, { officers: entries(first, ...newcomers) }).message,
  }));
  refuses("with one key under two numbers", "roster-key-twice", (roster) => {
    const [one] = entries(first);
    const twice = [present(one), { ...present(one), officer: 5, sealingKey: new Uint8Array(32).fill(1) }];
    return signedBy(change(roster, twice), first, second);
  });
  refuses("that gives a number to other keys", "roster-number-reused", (roster) =>
    signedBy(change(roster, entries(first, invented[1])), first, second),
  );
  refuses("cut short", "roster-unreadable", (roster) =>
    encodeSignedRoster(signedBy(change(roster), first, second)).slice(0, -1),
  );

  it("while another waits: roster-pending", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        yield* roster.announce(encodeSignedRoster(signedBy(change(roster), first, second)));
        const other = signedBy(change(roster, entries(first, second)), first, second);
        expect(yield* Effect.flip(roster.announce(encodeSignedRoster(other)))).toMatchObject({
          code: "roster-pending",
        });
      }),
    ));
});

describe("a party does not start", () => {
  const fails = (name: string, code: string, how: Omit<Place, "file">) =>
    it(`${name}: ${code}`, () =>
      running(
        Effect.gen(function* () {
          expect(yield* Effect.flip(opened({ ...place(), ...how }))).toMatchObject({ code });
        }),
      ));
  fails("with a roster of another keeper", "roster-keeper-missing", {
    pinned: firstRoster(newKey(), entries(first, second), noonMs),
  });
  fails("with fewer officers than the policy asks for", "roster-too-small", { officersRequired: 4 });
  fails(
    "with a policy that asks for one officer, because one share would be the secret",
    "roster-too-small",
    {
      officersRequired: 1,
    },
  );
  fails("with no roster at all", "roster-unreadable", { pinned: new Uint8Array(0) });

  it("with another roster than it began with: roster-not-pinned", async () => {
    const where = place();
    await running(opened(where));
    const other = firstRoster(keeper, entries(first, second), noonMs);
    await running(
      Effect.gen(function* () {
        expect(yield* Effect.flip(opened({ ...where, pinned: other }))).toMatchObject({
          code: "roster-not-pinned",
        });
      }),
    );
  });
});

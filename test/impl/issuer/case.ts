// A case in the tests of the issuer: three passes of two people in two epochs and on two days, released and joined by officers.
// It holds nothing of the issuer's own; what officers do is in officers.ts.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { joinOf, recordOf, releaseOf } from "./officers.ts";
import { agreeAndVerify, ann, ben, getPass } from "./people.ts";
import { day, noonMs, type Premises } from "./premises.ts";

/** Two people with three passes in two epochs and on two days. */
export const visited = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  for (const phone of [ann, ben]) yield* agreeAndVerify(phone);
  const records = [recordOf(yield* getPass(ann)), recordOf(yield* getPass(ben))];
  yield* TestClock.setTime(noonMs + day);
  return [...records, recordOf(yield* getPass(ann))];
});

export const join = (
  premises: Premises,
  release: Uint8Array,
  records: readonly Uint8Array[],
  officers?: readonly number[],
) =>
  Effect.flatMap(Issuer, ({ keys }) =>
    Effect.promise(() => joinOf(premises, keys.sealing.publicKey, release, records, officers)),
  );

export const released = (
  premises: Premises,
  records: readonly Uint8Array[],
  ...how: readonly [Parameters<typeof releaseOf>[3]?]
) => releaseOf(premises, noonMs + day, records, ...how);

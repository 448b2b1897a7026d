// The issue row: passes asked of the issuer in batches, everything real, against a bare loop of the same primitives.
// A round is a day on which everybody asks three times; the first pass of a day draws an alias and moves the account's end.
// Consent and verification are set up beforehand; some who ask are strangers, and both sides must refuse them. Both sides are held to as many passes, each read back with a right signature.
import { Effect } from "effect";
import { millisecondsADay } from "../../models/policy.ts";
import { decodePass } from "../../impl/protocol/pass.ts";
import { seoulDay } from "../../impl/protocol/seoulday.ts";
import { verifyAll, type ToVerify } from "../../impl/protocol/signing.ts";
import type { VerifyingKey } from "../../impl/protocol/ed25519.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { makeBareIssuing } from "./issue/bareissuing.ts";
import { agreeAgain, phoneOf, version, type Premises } from "./premises.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { compare, type Side } from "./sides.ts";

const goal = {
  id: "issue",
  compared:
    "Passes issued through the service in batches of about 1,000, three a person and day, with the rows, aliases and epoch " +
    "deposits that this takes on disk, against a bare loop of the same gate, handle, seal and signature in memory.",
  unit: "requests a second",
  goal: 0.5,
  aim: 0.8,
} as const satisfies RowGoal;

export interface IssueSize {
  readonly batch: number;
  readonly blocks: number;
}

const betweenBatchesMs = 200;
/** How often everybody asks in a day: passes are 1.5 to 2 times the check-ins, and who goes out goes to one place or two. */
const askedADay = 3;
/** One request in so many comes from somebody the issuer does not know. */
const strangersEvery = 100;

type Passes = readonly (Uint8Array | undefined)[];

/** Of so many places in the answers one has its pass's signature checked. */
const checkedEvery = 8;

/** How many passes can be read, how many of some carry a right signature, and who got none. */
const told = async (passes: Passes, key: VerifyingKey): Promise<string> => {
  let read = 0;
  const toVerify = passes.flatMap((bytes, place): readonly ToVerify[] => {
    const pass = bytes === undefined ? undefined : decodePass(bytes, version);
    if (pass?.ok === true) read += 1;
    if (place % checkedEvery !== 0) return [];
    if (pass?.ok !== true) return [];
    return [{ key, purpose: "pass", message: pass.value.signed, signature: pass.value.signature }];
  });
  const right = (await verifyAll(toVerify)).reduce((sum, verdict) => sum + verdict, 0);
  const refused = passes.flatMap((pass, index) => (pass === undefined ? [index] : []));
  return `${String(read)} passes; ${String(right)} right; refused ${refused.join(" ")}`;
};

export const measureIssue = (premises: Premises, size: IssueSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, phones, policy, ask } = premises;
    const bare = makeBareIssuing(phones.length, policy, startsAtMs);
    const at = (round: number, batch: number): number =>
      startsAtMs + round * millisecondsADay + batch * betweenBatchesMs;
    const keyAt = (round: number) =>
      Effect.map(house.issuer.keys.ofDay(seoulDay(at(round, 0))), ({ passes }) => passes);
    /** Who asks in a batch, by number: everybody in turn, and strangers in between. */
    const asking = (batch: number): readonly number[] =>
      Array.from({ length: size.batch }, (_, index) => {
        const person = (batch * size.batch + index) % phones.length;
        return index % strangersEvery === strangersEvery - 1 ? phones.length + person : person;
      });
    const batches = Array.from({ length: (phones.length * askedADay) / size.batch }, (_, batch) =>
      asking(batch),
    );
    const units = size.batch * batches.length;
    let made: Passes[] = [];
    const outcome = (round: number) =>
      Effect.flatMap(keyAt(round), ({ verifyingKey }) =>
        Effect.promise(() => told(made.flat(), verifyingKey)),
      );

    const ours = {
      ready: (round) => {
        made = [];
        return agreeAgain(premises, phones, at(round, 0));
      },
      work: (round) =>
        Effect.map(
          Effect.forEach(batches, (people, batch) =>
            Effect.map(
              ask(
                people.map((person) => ({
                  kind: "issue",
                  phone: phoneOf(person),
                  receivedAtMs: at(round, batch),
                })),
              ),
              (replies) => made.push(replies.map(({ pass }) => pass)),
            ),
          ),
          () => units,
        ),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready: (round) =>
        Effect.sync(() => {
          made = [];
          bare.agree(at(round, 0));
        }),
      work: (round) =>
        Effect.flatMap(keyAt(round), (signing) =>
          Effect.promise(async () => {
            for (const [batch, people] of batches.entries())
              made.push(await bare.issue(people, signing, at(round, batch)));
            return units;
          }),
        ),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    return { ...goal, ...compared, ratio: compared.ours / compared.theirs, besides: {} } satisfies RatioRow;
  });

// The stage of the tour: the real house in its folder, a person, a venue, an office, and the clock that only the story moves.
// Moving the clock gives every party its turn to erase what is due, as the parties' own sweepers do in real time.
// It tells nothing and expects nothing: that is for the steps.
import { Effect } from "effect";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import type { House } from "../../impl/house.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { VirtualClock } from "../virtualclock.ts";
import type { Door } from "./door.ts";
import { lookIntoHouse, type Holdings } from "./looking/holdings.ts";
import { isFoundBelow } from "./looking/files.ts";
import type { OpenCase, Office } from "../office.ts";
import type { Person } from "./person.ts";
import type { TourWords } from "./words/words.ts";

/** What the story itself remembers from one step to the next; no party is told. */
export interface Memory {
  /** The passes of the first day, as bytes. */
  readonly firstDay: Uint8Array[];
  /** The latest pass. */
  pass: Uint8Array;
  firstCase: OpenCase | undefined;
}

export interface Scene {
  readonly house: House;
  readonly person: Person;
  readonly door: Door;
  readonly office: Office;
  readonly policy: PolicyNumbers;
  /** For what is shown to the person in their own language. */
  readonly words: TourWords;
  readonly memory: Memory;
  /** Where a picture of the pass is wanted. */
  readonly svgFile: string | undefined;
  /** Moves the clock, and lets every party erase what is due then. */
  readonly goTo: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
  readonly look: Effect.Effect<Holdings, Stop>;
  /** Whether these bytes stand anywhere in any party's files. */
  readonly isFoundAnywhere: (bytes: Uint8Array) => Effect.Effect<boolean, Stop>;
}

export interface SceneParts {
  readonly house: House;
  readonly person: Person;
  readonly door: Door;
  readonly office: Office;
  readonly policy: PolicyNumbers;
  readonly words: TourWords;
  readonly clock: VirtualClock;
  readonly folder: string;
  readonly svgFile: string | undefined;
}

/** Looking into files from outside can fail, and then nothing can be said about them. */
const looking = <A>(look: () => A): Effect.Effect<A, Stop> =>
  Effect.try({
    try: look,
    catch: (cause) =>
      new Stop({
        code: exitCodes.usage,
        reason: "stores-unreadable",
        sentence: `The parties' files cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        advice: "Choose another folder for them with --keep, on a disk that can be read.",
      }),
  });

/** Whether the law let it through. */
export const isAccepted = <A>(
  asked: Effect.Effect<A, Refused | StoreUnavailable>,
): Effect.Effect<boolean, StoreUnavailable> =>
  asked.pipe(
    Effect.as(true),
    Effect.catchTag("Refused", () => Effect.succeed(false)),
  );

export const makeScene = ({ clock, folder, ...parts }: SceneParts): Scene => {
  const { house, person, door } = parts;
  return {
    ...parts,
    memory: { firstDay: [], pass: new Uint8Array(0), firstCase: undefined },
    goTo: Effect.fnUntraced(function* (atMs) {
      clock.advanceTo(atMs);
      yield* house.issuer.sweep;
      yield* house.custodian.sweep;
      yield* house.authority.sweep;
    }),
    look: looking(() => lookIntoHouse(folder, person.phone, door.venue)),
    isFoundAnywhere: (bytes) => looking(() => isFoundBelow(folder, [Buffer.from(bytes)])),
  };
};

// Who lives in the demonstration's city, kept in its folder from start to start: people with their issuers and sessions, and the keys of its venues.
// It is what people keep on their own phones and doormen in their devices, and no party reads it.
// Numbers of people are given to nobody, to our knowledge; those of venues are longer than any that is given.
import { Effect, FileSystem, Schema, Semaphore } from "effect";
import { Bytes } from "../../../impl/protocol/http/bytes.ts";
import { drawSigningSeed } from "../../../impl/protocol/ed25519.ts";
import { worldOf } from "../../preparing.ts";
import { phoneOf } from "../../world/people.ts";
import { pick, pickerOf } from "../../world/picker.ts";
import { stream, uniform } from "../../world/random.ts";

const Kept = Schema.fromJsonString(
  Schema.Struct({
    /** The sessions of people, by their numbers. */
    sessions: Schema.Record(Schema.String, Schema.String),
    devices: Schema.Array(Bytes),
  }),
);
const decode = Schema.decodeUnknownEffect(Kept);
const encode = Schema.encodeSync(Kept);

export interface Resident {
  readonly person: number;
  readonly number: string;
  /** The place of the issuer in the country's list. */
  readonly issuer: number;
  readonly token: string;
}

export interface VenueOfCity {
  readonly number: number;
  readonly kind: string;
  readonly seed: Uint8Array;
}

export const seed = 1;
const venuesInCity = 60;
/** Clear of what people type by hand, and as wide as a venue's number may be. */
const venuesFrom = 4_000_000_001;

export const residentsIn = Effect.fnUntraced(function* (folder: string, people: number, issuers: number) {
  const files = yield* FileSystem.FileSystem;
  const file = `${folder}/residents.json`;
  const kept = (yield* files.exists(file))
    ? yield* Effect.orDie(decode(yield* files.readFileString(file)))
    : { sessions: {}, devices: Array.from({ length: venuesInCity }, () => drawSigningSeed()) };
  const oneAtATime = yield* Semaphore.make(1);
  const sessions = new Map(Object.entries(kept.sessions));
  const { kinds } = (yield* worldOf({ scenario: "default", people, venues: venuesInCity })).scenario.venues;
  const traits = stream(seed, "demonstration");
  const issuerOf = pickerOf(
    Array.from({ length: issuers }, (_, place) => place),
    () => 1,
  );
  return {
    people: Array.from({ length: people }, (_, person): Resident => {
      const number = phoneOf(person);
      const issuer = pick(issuerOf, uniform(traits, person, 0));
      return { person, number, issuer, token: sessions.get(number) ?? "" };
    }),
    venues: kept.devices.map((device, place): VenueOfCity => ({
      number: venuesFrom + place,
      // Each kind in its turn, so that every one is there.
      kind: kinds[place % kinds.length]?.id ?? "",
      seed: device,
    })),
    /** A person's session from now on. */
    keep: (number: string, token: string) => {
      sessions.set(number, token);
      const text = encode({ sessions: Object.fromEntries(sessions), devices: kept.devices });
      return Effect.andThen(
        files.writeFileString(`${file}.part`, text, { mode: 0o600 }),
        files.rename(`${file}.part`, file),
      ).pipe(oneAtATime.withPermits(1));
    },
  };
});

// What the demonstration's page can see and do: who there is and runs already, and, when the country is open, its time and its clock.
// The command fills it while the country starts; the page's server reads it. It opens nothing itself.
import { Clock, Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { Country } from "./country.ts";
import { doorKeyIn } from "./doorkey.ts";
import type { CountrySeen, Doings, Member, PartyKind } from "./page/forms.ts";
import type { Heard } from "./process.ts";

export interface Scene {
  readonly folder: string;
  readonly parties: () => readonly { readonly name: string; readonly kind: PartyKind }[];
  readonly seen: Effect.Effect<CountrySeen>;
  readonly carrierUrl: () => string | undefined;
  readonly advance: (byMs: number) => Effect.Effect<CountrySeen, Stop>;
  /** A process started, or listens. */
  readonly heard: Heard;
  readonly opened: (country: Country) => void;
}

const membersSeen = [
  ["issuer-1", "issuer"],
  ["issuer-2", "issuer"],
  ["venue", "venue"],
  ["custodian", "custodian"],
  ["desk-1", "desk"],
  ["desk-2", "desk"],
  ["desk-3", "desk"],
  ["authority", "authority"],
  ["board", "board"],
] as const satisfies readonly (readonly [string, Member["kind"]])[];

const notOpen = new Stop({
  code: exitCodes.usage,
  reason: "country-not-open",
  sentence: "Not everybody runs yet.",
  advice: "Wait until everybody runs.",
});

export const makeScene = (folder: string): Scene => {
  const places = new Map<string, string>();
  let country: Country | undefined;
  let doings: Doings | undefined;
  const seen = Effect.gen(function* () {
    const nowMs = country === undefined ? yield* Clock.currentTimeMillis : yield* country.nowMs;
    return {
      nowMs,
      isOpen: country !== undefined,
      ...(doings === undefined ? {} : { doings }),
      members: membersSeen.map(([name, kind]): Member => {
        const place = places.get(name);
        if (place === undefined) return { name, kind };
        // A fragment goes to no server: the key of the door is for the page alone.
        const key = name === "venue" ? `#key=${doorKeyIn(folder)}` : "";
        return { name, kind, url: `${place}/${key}` };
      }),
    } satisfies CountrySeen;
  });
  return {
    folder,
    parties: () => membersSeen.flatMap(([name, kind]) => (kind === "desk" ? [] : [{ name, kind }])),
    seen,
    carrierUrl: () => places.get("carrier"),
    advance: (byMs) =>
      Effect.suspend(() =>
        country === undefined ? Effect.fail(notOpen) : Effect.andThen(country.advance(byMs), seen),
      ),
    heard: (news) => {
      if (news.kind === "did") doings = news.doings;
      else if (news.kind === "started") places.delete(news.name);
      else if (news.places.public !== undefined) places.set(news.name, news.places.public);
    },
    opened: (whole) => {
      country = whole;
    },
  };
};

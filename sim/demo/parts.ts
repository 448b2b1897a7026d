// Opens what a process of a demonstration is, by its kind, and answers where it listens; each kind loads its own code alone.
// Parties are opened as `entrylog serve` opens them. A place that is taken is told with what to do about it.
import { readFileSync } from "node:fs";
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { stopOf } from "../../impl/serve/notstarted.ts";
import type { Doings } from "./page/forms.ts";
import type { Part, PartOf, PartyPart } from "./words.ts";

type Tell = (doings: Doings) => void;

const placeTaken = (sentence: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "place-taken",
    sentence,
    advice: "End what listens there, or begin a demonstration in another folder: --dir FOLDER --free-ports.",
  });

const notOpened = (failure: Parameters<typeof stopOf>[0]): Stop => {
  const stop = stopOf(failure);
  return stop.reason === "place-taken" ? placeTaken(stop.sentence) : stop;
};

const partyOpened = Effect.fnUntraced(function* ({ kind, folder }: PartyPart) {
  const { openParty } = yield* Effect.promise(() => import("../../impl/serve/opening.ts"));
  return (yield* Effect.mapError(openParty(folder, kind), notOpened)).urls;
});

const carrierOpened = Effect.fnUntraced(function* ({ port, secretFile }: PartOf<"carrier">) {
  const { openCarrier } = yield* Effect.promise(() => import("../carrier/carrier.ts"));
  const secret = readFileSync(secretFile, "utf8").trim();
  const opened = openCarrier({ host: "127.0.0.1", port, secret, slowMs: 0 });
  return {
    public: yield* Effect.mapError(opened, ({ detail }) =>
      placeTaken(`The phone network cannot listen (${detail}).`),
    ),
  };
});

const deskOpened = Effect.fnUntraced(function* ({ folder, port }: PartOf<"desk">) {
  const { openDesk } = yield* Effect.promise(() => import("../../impl/officer/desk/opening.ts"));
  const { url } = yield* Effect.mapError(openDesk(folder, { port, demonstration: true }), notOpened);
  return { public: url };
});

const cityOpened = Effect.fnUntraced(function* (part: PartOf<"city">, tell: Tell) {
  const { openCity } = yield* Effect.promise(() => import("./city/city.ts"));
  return yield* openCity(part, tell);
});

/** `tell` hears what the city's people did. */
export const openPart = (part: Part, tell: Tell) => {
  switch (part.kind) {
    case "carrier":
      return carrierOpened(part);
    case "desk":
      return deskOpened(part);
    case "city":
      return cityOpened(part, tell);
    default:
      return partyOpened(part);
  }
};

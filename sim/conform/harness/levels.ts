/**
 * The national crisis level over HTTP: the office tells it to issuer and custodian, and each keeps a copy of its own.
 * A trial begins with the level that a country has to which nobody has told one. What the answer does not say is read from the rows;
 * both parties must have stored the same. It tells no other party anything.
 */
import { Effect } from "effect";
import { crisis } from "../../../models/crisis.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Answer, Trial } from "../contract.ts";
import { keptByBoth } from "./keptbyboth.ts";
import { isOfMachine, notOffered, type MakeOffering, type Offering } from "./offering.ts";

/** Under this key each party keeps the one row that there is. */
const onlyKey = (): string => "country";

/** What has come of a level, where the answer says only that it was heard. */
const toldBy = (before: Instance, after: Instance): string => {
  if (before.state === after.state) return "level.noted";
  return after.state === "active" ? "collection.resumed" : "collection.stopped";
};

export const makeLevels: MakeOffering = (country, calendar): Offering => {
  const create: Offering["create"] = Effect.fnUntraced(function* (_, atMs) {
    const shift = calendar.begin(atMs);
    const kept = keptByBoth(country, crisis.id, onlyKey, shift);
    yield* country.announce(String(crisis.context["level"]));
    yield* kept.beginHere;

    const send = Effect.fnUntraced(function* (level: string) {
      const before = yield* kept.row;
      const codes = (yield* country.announce(level)).map(({ code }) => code);
      if (new Set(codes).size > 1)
        return yield* Effect.die(new Error(`issuer and custodian answer ${codes.join(" and ")}`));
      const after = yield* kept.row;
      const refused = codes.join("").length > 0;
      const answer: Answer = refused ? { refused: codes[0] ?? "" } : { told: toldBy(before, after) };
      return answer;
    });

    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => calendar.set(toMs + shift)),
      send: ({ type, given }) =>
        type === "level.announced"
          ? send(String(given["level"]))
          : notOffered("send", `${type} is nothing that an office tells`),
      read: Effect.map(kept.row, (found) => ({ [crisis.id]: found })),
      check: ({ remembered }) => kept.wrongEvents(remembered[crisis.id] ?? []),
      dispose: Effect.void,
    };
    return trial;
  });
  return { offers: isOfMachine("crisis"), create };
};

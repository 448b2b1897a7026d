/**
 * Passes over HTTP: somebody verified asks the issuer for one, the phone shows it until the instant that the issuer told, and the
 * served venue's door scans it. Nobody stores a pass: where it stands follows from what it says itself, from what the door answered,
 * and where its seconds are over from holding it to the scanner once more. The custodian must have stored one visit for it, or none.
 * An epoch is opened seconds before each trial, so that the custodian's clock may be behind the issuer's when the pass is scanned.
 */
import { Effect } from "effect";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import { pass as machine } from "../../../models/pass.ts";
import { presets } from "../../../models/policy.ts";
import type { Answer, Trial } from "../contract.ts";
import { makeDoor } from "./devices.ts";
import { madeUpPass } from "./madeup.ts";
import { isOfMachine, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { makeVisitors, type ShownPass } from "./visitors.ts";
import { dateOfDay } from "./visitrows.ts";

const opensBeforeMs = 5_000;
/** The venue's clock is ahead of the custodian's where the custodian's is behind the issuer's. */
const venueAheadMs = 1_000;

/** Before the law of passes is asked, the rule says that nobody registered such an epoch. */
const lawsWord: Readonly<Record<string, string>> = { "epoch-unknown": "pass-unknown" };

export const makePasses: MakeOffering = (country, calendar): Offering => {
  const { clocks, look } = country;
  const visitor = makeVisitors(country);
  const door = makeDoor(country);

  const create: Offering["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const skewMs = Number(presets[subject.preset].constants["clockSkew"]);
    const shift = calendar.begin(atMs);
    let now = atMs;
    const moveTo = (toMs: number): void => {
      now = toMs;
      calendar.set(toMs + shift);
    };
    moveTo(atMs - opensBeforeMs);
    yield* country.announce("serious");
    yield* door.register;
    const person = yield* visitor;
    yield* person.pass();
    moveTo(atMs);

    let shown: ShownPass | undefined;
    let isAccepted = false;
    const endsAtMs = (pass: ShownPass): number => pass.shownUntilMs - shift + skewMs;

    const scan = Effect.gen(function* () {
      const text = shown?.text ?? encodePassText(yield* madeUpPass(now + shift));
      const issuedAtMs = shown?.pass.issuedAtMs ?? now + shift;
      clocks.venue.set(Math.max(now + shift, issuedAtMs - venueAheadMs));
      const { code } = yield* door.scan(text);
      if (code === "") isAccepted = true;
      const answer: Answer = code === "" ? { told: "pass.accepted" } : { refused: lawsWord[code] ?? code };
      return answer;
    });

    const send = Effect.fnUntraced(function* (type: string) {
      switch (type) {
        case "pass.issued": {
          if (shown !== undefined)
            return yield* notOffered("send", "whoever asks again is given another pass, and not the same");
          const given = yield* person.pass();
          if ("code" in given) return { refused: given.code };
          shown = given;
          return { told: "pass.shown" };
        }
        case "pass.presented":
          if (isAccepted) return yield* notOffered("send", "nobody tells a phone that its pass was taken");
          if (shown === undefined) return { refused: "pass-unknown" };
          return now + shift >= shown.shownUntilMs ? { refused: "pass-expired" } : { told: "pass.presented" };
        case "pass.scanned":
          return yield* scan;
        default:
          return yield* notOffered("send", `${type} happens to no pass`);
      }
    });

    const standing = Effect.gen(function* () {
      const at = (state: string, fields: Instance["fields"]): Instance => ({
        state,
        fields: { ...machine.context, ...fields },
      });
      if (shown === undefined) return at(machine.initial, {});
      // What is over can be tried without being used up.
      if (!isAccepted && now >= endsAtMs(shown)) {
        const tried = yield* scan;
        if ("refused" in tried && tried.refused === "pass-expired") return at("expired", {});
      }
      if (isAccepted) return at("accepted", {});
      return at("issued", {
        issuedAt: shown.pass.issuedAtMs - shift,
        shownUntil: shown.shownUntilMs - shift,
        expiresAt: endsAtMs(shown),
      });
    });

    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => moveTo(toMs)),
      send: ({ type }) => send(type),
      read: Effect.map(standing, (found) => ({ [machine.id]: found })),
      check: Effect.fnUntraced(function* ({ standings }) {
        const day = dateOfDay(shown?.pass.issuedAtMs ?? atMs + shift);
        const visits = (yield* look.custodian("visit", ["state"], `day = '${day}'`)).length;
        const foreseen = standings[machine.id]?.state === "accepted" ? 1 : 0;
        return visits === foreseen
          ? []
          : [`${String(foreseen)} visits should be stored for the pass, and ${String(visits)} are`];
      }),
      dispose: Effect.void,
    };
    return trial;
  });
  return { offers: isOfMachine("pass"), create };
};

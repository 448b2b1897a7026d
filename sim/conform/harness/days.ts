/**
 * Seoul days over HTTP: the first pass that somebody is given opens its day at the issuer and, by the epoch's deposit, at the custodian;
 * the sweeps of both end it. Both must have stored the same row and the same events. Each trial has a day that nobody used before.
 * A day that is open is opened by nobody again, and of one that is over only a deposit can still come: late, by the issuer's key.
 */
import { Effect } from "effect";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { day as machine } from "../../../models/day.ts";
import type { Answer, Trial } from "../contract.ts";
import { depositEpoch } from "./depositor.ts";
import { collecting, keptByBoth } from "./keptbyboth.ts";
import { isOfMachine, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { makeVisitors } from "./visitors.ts";

export const makeDays: MakeOffering = (country, calendar): Offering => {
  const { clocks } = country;
  const visitor = makeVisitors(country);

  const create: Offering["create"] = Effect.fnUntraced(function* (_, atMs) {
    const shift = calendar.begin(atMs);
    yield* country.announce("serious");
    let now = atMs;
    let openedAtMs: number | undefined;
    /** Whether somebody has looked and found nothing left: whoever opens a day from then on opens another. */
    let isSeenGone = true;
    const key = (): string => String(seoulDay(openedAtMs ?? atMs + shift));
    const kept = keptByBoth(country, machine.id, key, shift);
    const standing = Effect.gen(function* () {
      for (const party of collecting) yield* clocks[party].sweep;
      return yield* kept.row;
    });

    const open = Effect.gen(function* () {
      const { state } = yield* standing;
      if (openedAtMs === undefined || isSeenGone) {
        isSeenGone = false;
        const person = yield* visitor;
        openedAtMs = now + shift;
        const pass = yield* person.pass();
        const answer: Answer = "code" in pass ? { refused: pass.code } : { told: "day.opened" };
        return answer;
      }
      if (state !== machine.initial)
        return yield* notOffered("send", "a day that is open is opened by nobody again");
      const code = yield* depositEpoch(country.depositing, country.closedUrls.custodian, openedAtMs);
      // That the day of the epoch is over is the rule's own word for it.
      return code === "" ? { told: "day.opened" } : { refused: code === "epoch-over" ? "not-allowed" : code };
    });

    const trial: Trial = {
      advance: (toMs) =>
        Effect.sync(() => {
          now = toMs;
          calendar.set(toMs + shift);
        }),
      send: ({ type }) => (type === "day.opened" ? open : notOffered("send", `${type} happens to no day`)),
      read: Effect.map(standing, (found) => {
        isSeenGone = found.state === machine.initial;
        return { [machine.id]: found };
      }),
      check: ({ remembered }) => kept.wrongEvents(remembered[machine.id] ?? []),
      dispose: Effect.void,
    };
    return trial;
  });
  return { offers: isOfMachine("day"), create };
};

// What officers look into in the suites of desks: one person was at a venue a day ago, and how a window around it is typed.
// The person's number is known to nobody but their issuer.
import { Clock, Effect } from "effect";
import { expect } from "vitest";
import { openCarrier } from "../../serve/carrier.ts";
import { admitted, openPlaces, verified } from "../../serve/visiting.ts";
import { serveDesks, type ServedDesks, type ServedOptions } from "./served.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const number = "+821012345678";

export interface Visited extends ServedDesks {
  readonly scannedAtMs: () => number;
}

/** Desks over a country in which the person has been at the venue, a day ago. */
export const serveVisited = (desks: ServedOptions["desks"]): Visited => {
  const inboxes: ReadonlyMap<string, string>[] = [];
  let scannedAtMs = 0;
  const country = Effect.map(openCarrier, ({ sms, inbox }) => {
    inboxes.push(inbox);
    return { settings: ({ party }: { readonly party: string }) => (party === "issuer" ? { sms } : {}) };
  });
  const served = serveDesks({ country, desks }, async ({ run, country: opened, pass }) => {
    scannedAtMs = await run(
      Effect.gen(function* () {
        yield* openPlaces(opened());
        const person = yield* verified(opened(), "issuer-1", number, inboxes[0] ?? new Map());
        expect(yield* admitted(opened(), person)).toEqual({ admission: "checked" });
        return yield* Clock.currentTimeMillis;
      }),
    );
    pass(dayMs);
  });
  return { ...served, scannedAtMs: () => scannedAtMs };
};

/** A day and a time of Seoul, as one types them. */
export const typed = (atMs: number): { readonly day: string; readonly time: string } => {
  const text = new Date(atMs + 9 * hourMs).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
};

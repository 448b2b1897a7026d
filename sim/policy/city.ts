// The days of a whole city at the policy level in one thread: what people intend, what the city makes of it, and what the law answers.
// Threads share the people among them in parts; this is the one part there is when one thread does it all.
// Cases are carried out after each day's visits, against the records that they have left.
import type { CityEvent } from "../world/city.ts";
import type { Extra } from "./day.ts";

/** What people do on a day beside their visits, by person and then by instant; attempts of nobody and of strangers come last. */
export const extrasOf = (events: readonly CityEvent[]): readonly Extra[] =>
  events
    .flatMap((event): readonly Extra[] => {
      if (event.type === "withdrawal")
        return [{ kind: "withdrawal", atMs: event.atMs, person: event.person }];
      if (event.type !== "attempt") return [];
      const { attempt } = event;
      return [{ kind: "attempt", atMs: attempt.atMs, person: attempt.person, attempt }];
    })
    .sort((a, b) => a.person - b.person || a.atMs - b.atMs);

// What must be answered with yes before a load can begin, and what to do where it is not.
// Crowds and venues are made ready with it. A refusal during the load itself is counted and is no matter of this file.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { Replied } from "../exchange.ts";

const adviceOf: Readonly<Record<string, string>> = {
  "connection-refused": "See that it runs, and that the address is right.",
  "sessions-exceeded":
    "Seen from there this machine is one network, which may be sent few codes; ask for less, or start servers here.",
  "requests-exceeded":
    "Seen from there this machine is one network, which may register few devices; ask for less, or start servers here.",
  "collection-suspended": "Announce a crisis level under which is collected, then begin again.",
};

/** The answer, where it is yes. */
export const yes = (who: string, url: string, asking: Promise<Replied>): Effect.Effect<Replied, Stop> =>
  Effect.flatMap(
    Effect.promise(() => asking),
    (replied) =>
      replied.code === ""
        ? Effect.succeed(replied)
        : Effect.fail(
            new Stop({
              code: exitCodes.usage,
              reason: "load-not-ready",
              sentence: `${who} could not be made ready: ${url} answered ${replied.code}.`,
              advice: adviceOf[replied.code] ?? "See what it says to one person by hand, then begin again.",
            }),
          ),
  );

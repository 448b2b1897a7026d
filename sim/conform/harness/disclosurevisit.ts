/**
 * One visit on its day, for a case to find: somebody new gets a pass and shows it at the served venue's door.
 * The cases of the harness ask for it where what they learn must end at a certain midnight. It is all done over HTTP.
 * It refuses to go on when anything is answered but yes: then the parties are not what the case needs.
 */
import { Effect, Schema } from "effect";
import type { CaseWindow } from "../../../impl/protocol/casetext.ts";
import type { Country } from "./country.ts";
import { makeDoor } from "./devices.ts";
import { makeVisitors } from "./visitors.ts";

const asAdmission = Schema.decodeUnknownSync(Schema.Struct({ admission: Schema.Literal("checked") }));

/** One more visit each time it is asked for, by somebody new; answers the shortest window in which that was. */
export const makeVisitToFind = (country: Country) => {
  const visitor = makeVisitors(country);
  const door = makeDoor(country);
  return Effect.gen(function* () {
    const venue = yield* door.register;
    const shown = yield* (yield* visitor).pass();
    if ("code" in shown) return yield* Effect.die(new Error(`a pass was refused: ${shown.code}`));
    const scannedAtMs = country.clocks.venue.now();
    asAdmission((yield* door.scan(shown.text)).body);
    return { venue, fromMs: scannedAtMs, untilMs: scannedAtMs + 1 } satisfies CaseWindow;
  });
};

// `entrylog audit DIR|URL...`: verifies the public logs of all parties, and says what is wrong by name.
// It reads what everybody may read, over HTTP or from a folder saved earlier, and needs no key but the pinned cards.
// It ends with 0 when nothing is wrong and with 10 when something is; a wrong call ends with 2.
import { Clock, Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { presetNames, presets, type PresetName } from "../../../models/policy.ts";
import { exitCodes, Stop } from "../../exit.ts";
import { policyNumbers } from "../../generated/policy.ts";
import { modelHash } from "../../generated/stamp.ts";
import { audit } from "./audit.ts";
import type { AuditedLaw } from "./copies.ts";
import { openPlaces, savingPlaces } from "./places.ts";
import { readParties } from "./reading.ts";
import { readingClient } from "./source.ts";
import { renderAudit, verdictLine } from "./table.ts";

export const auditedLaw = (preset: PresetName): AuditedLaw => {
  const { retention, sweepLateness, clockSkew, officersRequired, witnessesRequired } = policyNumbers(
    presets[preset],
  );
  return { preset, modelHash, retention, sweepLateness, clockSkew, officersRequired, witnessesRequired };
};

export const auditCommand = Command.make(
  "audit",
  {
    places: Argument.String("places").pipe(
      Argument.withDescription("a folder of cards, a folder saved by --save, or public addresses of parties"),
      Argument.variadic({ min: 1 }),
    ),
    cards: Flag.Path("cards").pipe(
      Flag.optional,
      Flag.withDescription("the folder of the cards that pin the parties; needed for addresses"),
    ),
    save: Flag.Path("save").pipe(
      Flag.optional,
      Flag.withDescription("keep all that is read in this folder, to be audited again later"),
    ),
    preset: Flag.Literals("preset", [...presetNames]).pipe(
      Flag.withDefault(presetNames[0]),
      Flag.withDescription("the policy whose numbers the parties are held to"),
    ),
    json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("the report as JSON")),
  },
  Effect.fnUntraced(
    function* ({ places, cards, save, preset, json }) {
      const opened = yield* openPlaces(places, Option.getOrUndefined(cards));
      const {
        parties,
        cards: pinned,
        savedAtMs,
      } = Option.isSome(save)
        ? yield* savingPlaces(opened, save.value, opened.savedAtMs ?? (yield* Clock.currentTimeMillis))
        : opened;
      const report = audit(yield* readParties(parties, pinned, savedAtMs), auditedLaw(preset));
      yield* Console.log(json ? JSON.stringify(report, null, 2) : renderAudit(report).join("\n"));
      if (report.findings.length > 0)
        return yield* new Stop({
          code: exitCodes.promiseBroken,
          reason: "log-wrong",
          sentence: verdictLine(report),
          advice: "Keep what was read (--save DIR) and show it to the other parties.",
        });
    },
    (effect) => Effect.provide(effect, readingClient),
  ),
).pipe(
  Command.withDescription("Verify the parties' public logs: cases, erasure, and that nothing was taken back"),
);

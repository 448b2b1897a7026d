// The tour: opens the house in a folder of its own, plays the story step by step on a virtual clock, and tells each step as it ends.
// Whoever calls it says in which language, where to print, and may give another way to open the house.
// A claim that does not hold ends it with exit code 10; a policy under which the story would run backwards, with 2.
import { Effect, type PlatformError } from "effect";
import { policyNumbers, type PolicyNumbers } from "../../impl/generated/policy.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { openHouse, type House, type HouseOptions } from "../../impl/house.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { passVersions } from "../../impl/protocol/pass.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Language } from "../../models/labels/labels.ts";
import { makeVirtualClock } from "../virtualclock.ts";
import { openDoor } from "./door.ts";
import { makeNotes } from "./notes.ts";
import { makeOffice } from "../office.ts";
import { makePerson } from "./person.ts";
import { makeScene } from "./scene.ts";
import { writeSvg } from "./steps/entering.ts";
import { storeFolder } from "./storefolder.ts";
import { story } from "./story.ts";
import { tellOpening, tellStep, type Style } from "./telling.ts";
import { tourWords } from "./words/spoken.ts";

type Opening = ReturnType<typeof openHouse>;
export type OpenHouse = (
  options: HouseOptions,
) => Effect.Effect<House, Effect.Error<Opening>, Effect.Services<Opening>>;

export interface TourOptions {
  readonly language: Language;
  /** Where the QR code is drawn as SVG, if anywhere. */
  readonly svgFile: string | undefined;
  /** Where the parties' files stay, if they are to stay. */
  readonly keep: string | undefined;
  readonly colours: boolean;
  readonly print: (lines: readonly string[]) => Effect.Effect<void>;
  /** How the house is opened; tests give one in which a party does not keep its word. */
  readonly open?: OpenHouse;
}

const storeFailed = ({ code, sentence, advice }: StoreUnavailable): Stop =>
  new Stop({ code: exitCodes.usage, reason: code, sentence, advice });

const folderFailed = ({ message }: PlatformError.PlatformError): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "folder-unwritable",
    sentence: `The parties' files cannot be written: ${message}.`,
    advice: "Set TMPDIR to a folder with room that can be written, or name one with --keep.",
  });

const runsForward = (policy: PolicyNumbers): boolean =>
  story.every((step, place) => {
    const next = story[place + 1];
    return next === undefined || next.at(policy) > step.at(policy);
  });

const outOfOrder = new Stop({
  code: exitCodes.usage,
  reason: "story-out-of-order",
  sentence: "Under this policy the steps of the story would not follow one another.",
  advice: "Take the tour under the policy as it comes, or change its durations less.",
});

const play = Effect.fnUntraced(function* (options: TourOptions) {
  const words = tourWords(options.language);
  const style: Style = { words, colours: options.colours };
  const policy = policyNumbers(yield* PolicyInForce);
  if (!runsForward(policy)) return yield* outOfOrder;
  // Found out now and not in the midst of the story.
  if (options.svgFile !== undefined) yield* writeSvg(options.svgFile, "", "a");
  const folder = yield* storeFolder(options.keep);
  const clock = makeVirtualClock(story[0]?.at(policy) ?? 0);

  const told = Effect.gen(function* () {
    const version = passVersions.simulation;
    const house = yield* (options.open ?? openHouse)({
      folder,
      version,
      durability: "normal",
      officers: 2,
      sweeps: "driven",
    });
    const [first, second] = house.officers;
    if (first === undefined || second === undefined)
      return yield* Effect.die("a house of two officers has fewer");
    const person = makePerson(house);
    const door = yield* openDoor(`${folder}/venue`, version, house.custodianPort);
    const office = makeOffice(house, first, second);
    const { svgFile } = options;
    const scene = makeScene({ house, person, door, office, policy, words, clock, folder, svgFile });
    yield* options.print(tellOpening(style));
    let claims = 0;
    let refusals = 0;
    for (const [place, step] of story.entries()) {
      const atMs = step.at(policy);
      const notes = makeNotes(words, step.id);
      yield* scene.goTo(atMs);
      yield* step.play(scene, notes);
      yield* options.print(tellStep(style, place + 1, step, atMs, notes.made, yield* scene.look));
      claims += notes.made.filter(({ kind }) => kind === "claim").length;
      refusals += notes.made.filter(({ kind }) => kind === "refused").length;
    }
    yield* options.print(["", ...words.closing(story.length, claims, refusals)]);
    if (options.keep !== undefined) yield* options.print([words.keptIn(folder)]);
  });

  yield* told.pipe(
    Effect.scoped,
    Effect.provide(clock.layer),
    Effect.catchTags({
      StoreUnavailable: (failure) => Effect.fail(storeFailed(failure)),
      PlatformError: (failure) => Effect.fail(folderFailed(failure)),
      // The officers' keys were made a moment ago, by the house itself.
      OfficerDeclined: (declined) => Effect.die(declined),
    }),
  );
});

export const tour = (options: TourOptions) => Effect.scoped(play(options));

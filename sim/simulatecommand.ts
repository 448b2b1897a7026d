// `entrylog simulate SCENARIO`: runs a scenario at the service level and says what came out; and `entrylog start`, the main job.
// Exit codes: 0 every promise held, 2 a mistake in the scenario or the folder, 10 a promise broken, 130 interrupted.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../impl/exit.ts";
import { verdictOf as proofVerdict } from "./prove/command.ts";
import type { Proven } from "./prove/proof.ts";
import { proveShortly, renderShortly } from "./prove/shortly.ts";
import { Pictures } from "./pictures.ts";
import { renderRun } from "./reporttext.ts";
import { simulate, type Simulated, type SimulateOptions } from "./simulate.ts";

const whole = (name: string, says: string) => Flag.Int(name).pipe(Flag.withDescription(says), Flag.optional);

const flags = {
  people: whole("people", "how many people, instead of the scenario's; venues follow in proportion"),
  venues: whole("venues", "how many venues, instead of the scenario's; people follow in proportion"),
  days: whole("days", "how many days, instead of the scenario's"),
  seed: whole("seed", "the seed of everything random, 1 if not given; the same seed gives the same trace"),
  out: Flag.String("out").pipe(
    Flag.withDescription("the folder for what the run writes (else .entrylog/ and the scenario's name)"),
    Flag.optional,
  ),
  durable: Flag.Boolean("durable").pipe(
    Flag.withDefault(false),
    Flag.withDescription("force every batch to disk before it is answered, as a deployed party does"),
  ),
};

interface Given {
  readonly people: Option.Option<number>;
  readonly venues: Option.Option<number>;
  readonly days: Option.Option<number>;
  readonly seed: Option.Option<number>;
  readonly out: Option.Option<string>;
  readonly durable: boolean;
}

const nameOf = (scenario: string): string =>
  scenario
    .replace(/^.*[/\\]/, "")
    .replace(/\.json$/, "")
    .replaceAll(/[^A-Za-z0-9-]+/g, "-") || "scenario";

const optionsOf = (scenario: string, given: Given): SimulateOptions => ({
  scenario,
  people: Option.getOrUndefined(given.people),
  venues: Option.getOrUndefined(given.venues),
  days: Option.getOrUndefined(given.days),
  seed: Option.getOrUndefined(given.seed),
  out: Option.getOrElse(given.out, () => `.entrylog/${nameOf(scenario)}`),
  durability: given.durable ? "full" : "normal",
});

const filesOf = ({ out }: Simulated): readonly string[] => [
  `${out}/run.json`,
  `${out}/series.csv and series.parquet (the days), profile.parquet (the busiest day by ten minutes)`,
  `${out}/witness.trace`,
  `${out}/stores/ (one folder a party; open store.sqlite with sqlite3)`,
];

/** Fails when a promise was broken, and else when a threshold was missed, with the command that shows it again. */
const verdictOf = ({ run }: Simulated): Effect.Effect<void, Stop> => {
  const broken = run.promises.filter(({ verdict }) => verdict === "broken");
  if (run.trace?.replayed === false)
    return Effect.fail(
      new Stop({
        code: exitCodes.promiseBroken,
        reason: "trace-refused",
        sentence: `What was decided is not what the models decide: ${run.trace.sentence}.`,
        advice: `See it again with: ${run.manifest.command}`,
      }),
    );
  if (broken.length > 0)
    return Effect.fail(
      new Stop({
        code: exitCodes.promiseBroken,
        reason: "promise-broken",
        sentence: `Broken: ${broken.map(({ id }) => id).join(", ")}.`,
        advice: `See it again with: ${run.manifest.command}`,
      }),
    );
  const missed = (run.thresholds ?? []).filter(({ met }) => !met);
  return missed.length === 0
    ? Effect.void
    : Effect.fail(
        new Stop({
          code: exitCodes.thresholdMissed,
          reason: "threshold-missed",
          sentence: `Missed: ${missed.map(({ id }) => id).join(", ")}.`,
          advice: `See it again with: ${run.manifest.command}`,
        }),
      );
};

/** Draws what the run has found, and says it, with the pictures first among the files; more of them may have been drawn already. */
const tell = Effect.fnUntraced(function* (simulated: Simulated, drawn: readonly string[] = []) {
  const draw = yield* Pictures;
  const files = [...drawn, ...(yield* draw(simulated.out)), ...filesOf(simulated)];
  yield* Console.log(renderRun(simulated.run, files).join("\n"));
});

export const simulateCommand = Command.make(
  "simulate",
  {
    scenario: Argument.String("scenario").pipe(
      Argument.withDescription("a JSON file, or the name of one that comes along: default"),
    ),
    ...flags,
  },
  ({ scenario, ...given }) =>
    Effect.gen(function* () {
      const simulated = yield* simulate(optionsOf(scenario, given));
      yield* tell(simulated);
      yield* verdictOf(simulated);
    }),
).pipe(
  Command.withDescription(
    "Run a scenario through the real services in virtual time, with every promise watched",
  ),
);

/** What the front door needs of the simulator for the main job: a search of the law, the default city, its files and its words. */
export const mainJob = {
  flags,
  prove: Effect.tap(proveShortly, (proven) => Console.log(renderShortly(proven))),
  provenVerdict: (proven: Proven) => proofVerdict(proven, true),
  run: (given: Given) => simulate(optionsOf("default", given)),
  tell,
  verdictOf,
};

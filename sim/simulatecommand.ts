// `entrylog simulate SCENARIO`: runs a scenario at one of three levels and says what came out; and `entrylog start`, the main job.
// Exit codes: 0 every promise held, 2 a mistake in the scenario or the folder, 10 a promise broken, 12 a threshold missed, 130 interrupted.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../impl/exit.ts";
import { clusterFlags, withCluster } from "./cluster/asked.ts";
import { verdictOf as proofVerdict } from "./prove/command.ts";
import type { Proven } from "./prove/proof.ts";
import { proveShortly, renderShortly } from "./prove/shortly.ts";
import { Pictures } from "./pictures.ts";
import { renderRun, verdictText } from "./reporttext.ts";
import type { Asked } from "./preparing.ts";
import { levels, passKinds } from "./results/manifest.ts";
import { runFlags, usableWorkers } from "./runflags.ts";
import { nameOf } from "./scenarios.ts";
import { simulate, type Simulated } from "./simulate.ts";

const flags = {
  ...runFlags,
  level: Flag.Literals("level", levels).pipe(
    Flag.withDefault("service"),
    Flag.withDescription(
      "policy: the generated core alone, for millions of people; service: the real parties in virtual time; load: real servers in real time",
    ),
  ),
  passes: Flag.Literals("passes", passKinds).pipe(
    Flag.withDescription("counted at the policy level, real at the others; another is refused"),
    Flag.optional,
  ),
  set: Flag.KeyValuePair("set").pipe(
    Flag.withDefault({}),
    Flag.withDescription("a constant of the policy set otherwise, as in --set retention=14d"),
  ),
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
  readonly level: Asked["level"];
  readonly passes: Option.Option<(typeof passKinds)[number]>;
  readonly workers: number;
  readonly set: Readonly<Record<string, string>>;
  readonly out: Option.Option<string>;
  readonly durable: boolean;
}

const askedOf = (scenario: string, given: Given): Asked => ({
  scenario,
  level: given.level,
  workers: given.workers,
  set: given.set,
  people: Option.getOrUndefined(given.people),
  venues: Option.getOrUndefined(given.venues),
  days: Option.getOrUndefined(given.days),
  seed: Option.getOrUndefined(given.seed),
  out: Option.getOrElse(given.out, () => `.entrylog/${nameOf(scenario)}`),
  durability: given.durable ? "full" : "normal",
});

const refused = (reason: string, sentence: string, advice: string): Effect.Effect<never, Stop> =>
  Effect.fail(new Stop({ code: exitCodes.usage, reason, sentence, advice }));

/** What was asked, or what of it no level can do. */
const checked = (scenario: string, given: Given): Effect.Effect<Asked, Stop> => {
  const { level, workers, passes } = given;
  const asked = Option.getOrUndefined(passes);
  const made = level === "policy" ? "counted" : "real";
  if (asked !== undefined && asked !== made)
    return refused(
      "passes-otherwise",
      `Passes are ${made} at the level ${level}, and ${asked} ones were asked for.`,
      "Leave --passes out, or choose another --level.",
    );
  if (workers > 1 && level !== "policy")
    return refused(
      "workers-otherwise",
      `The level ${level} has no threads to share people among.`,
      "Leave --workers out, or choose --level policy.",
    );
  return Effect.as(usableWorkers(workers), askedOf(scenario, given));
};

const filesOf = ({ out, run: { manifest } }: Simulated): readonly string[] => [
  `${out}/run.json, and scenario.json, with which \`replay\` runs it again`,
  `${out}/series.csv and series.parquet (the days), profile.parquet (the busiest day by ten minutes)`,
  ...(manifest.level === "service" ? [`${out}/witness.trace`] : []),
  ...(manifest.level === "policy"
    ? []
    : [`${out}/stores/ (one folder a party; open store.sqlite with sqlite3)`]),
];

/** Says that all is well, or fails: when a promise was broken, else when a threshold was missed, with the command that shows it again. */
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
    ? Console.log(verdictText(run))
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
      Argument.withDescription("a JSON or YAML file, or the name of one that comes along, as default"),
    ),
    ...flags,
    ...clusterFlags,
  },
  ({ scenario, ...given }) =>
    Effect.gen(function* () {
      const simulated = yield* simulate(yield* withCluster(yield* checked(scenario, given), given));
      yield* tell(simulated);
      yield* verdictOf(simulated);
    }),
).pipe(
  Command.withDescription(
    "Run a scenario with every promise watched: on the generated core, through the real services, or against real servers",
  ),
);

/** What the front door needs of the simulator for the main job: a search of the law, the default city, its files and its words. */
export const mainJob = {
  flags,
  prove: Effect.tap(proveShortly, (proven) => Console.log(renderShortly(proven))),
  provenVerdict: (proven: Proven) => proofVerdict(proven, true),
  run: (given: Given) => Effect.flatMap(checked("default", given), simulate),
  tell,
  verdictOf,
};

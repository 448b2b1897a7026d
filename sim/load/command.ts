// `entrylog load`: an open-loop load on an issuer and a custodian, what became of it, and with --find-limit where they stop keeping up.
// Exit codes: 0 measured, 2 a mistake in the flags or servers that cannot be asked, 12 a bound of --p99 missed, 130 interrupted.
// Without addresses everybody is started for it, in processes of their own, and stopped afterwards.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { presetNames } from "../../models/policy.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { renderLoad } from "./telling.ts";
import { runLoad } from "./run.ts";
import type { LoadReport } from "../results/loadreport.ts";
import { waitOf } from "./reporting.ts";

const maybe = <A>(flag: Flag.Flag<A>, says: string) => flag.pipe(Flag.withDescription(says), Flag.optional);

const flags = {
  rate: Flag.Finite("rate").pipe(
    Flag.withDefault(50),
    Flag.withDescription(
      "visits a second, each a pass and its check-in; the usual rate of a spike, the highest of a day",
    ),
  ),
  ramp: maybe(Flag.String("ramp"), "a rate that climbs evenly, such as 50..200"),
  spike: maybe(Flag.Finite("spike"), "this rate in the middle fifth of the time"),
  scenario: maybe(
    Flag.String("scenario"),
    "the course of a scenario's first day, in the time of --for and at most at --rate",
  ),
  for: Flag.String("for").pipe(
    Flag.withDefault("30s"),
    Flag.withDescription("how long; with --find-limit for each rate"),
  ),
  warmup: Flag.String("warmup").pipe(
    Flag.withDefault("5s"),
    Flag.withDescription("how long before, sent and not counted"),
  ),
  workers: Flag.Int("workers").pipe(Flag.withDefault(2), Flag.withDescription("threads that send")),
  connections: Flag.Int("connections").pipe(
    Flag.withDefault(64),
    Flag.withDescription("to the issuer, of all threads together; each device has its own to the custodian"),
  ),
  timeout: Flag.String("timeout").pipe(
    Flag.withDefault("10s"),
    Flag.withDescription("when a request without an answer is given up"),
  ),
  findLimit: Flag.Boolean("find-limit").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      "raise the rate from --rate, doubling and then halving the difference, to the highest that holds",
    ),
  ),
  p99: maybe(
    Flag.String("p99"),
    "what 99 of 100 waits may last at most (200ms with --find-limit); else exit 12",
  ),
  lost: Flag.Finite("lost").pipe(
    Flag.withDefault(0.01),
    Flag.withDescription("with --find-limit: the share that may be shed or left without an answer"),
  ),
  compareWith: maybe(
    Flag.Literals("compare-with", ["wrk"]),
    "the same issuer under another load generator and under this one, in one run",
  ),
  issuer: maybe(
    Flag.String("issuer"),
    "the public URL of an issuer that runs; with --custodian and --carrier",
  ),
  custodian: maybe(Flag.String("custodian"), "the URL at which a custodian takes devices"),
  carrier: maybe(Flag.String("carrier"), "the URL of a phone network that shows the codes"),
  preset: Flag.Literals("preset", [...presetNames]).pipe(
    Flag.withDefault(presetNames[0]),
    Flag.withDescription("the policy of the servers that are started"),
  ),
  seed: Flag.Int("seed").pipe(Flag.withDefault(1), Flag.withDescription("draws the arrivals")),
  json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("print the report as JSON")),
  out: maybe(Flag.String("out"), "a folder for the report as load.json"),
};

const kept = ({ offered }: LoadReport, p99MostMs: number | undefined): Effect.Effect<void, Stop> => {
  if (offered === undefined || p99MostMs === undefined) return Effect.void;
  const p99Ms = waitOf(offered, "p99Ms");
  if (p99Ms <= p99MostMs) return Effect.void;
  return Effect.fail(
    new Stop({
      code: exitCodes.thresholdMissed,
      reason: "threshold-missed",
      sentence: `99 of 100 answers came within ${p99Ms.toFixed(1)} ms, and ${String(p99MostMs)} ms were asked for.`,
      advice: "Measure again on a machine that does nothing else before you believe it.",
    }),
  );
};

export const loadCommand = Command.make("load", flags, ({ json, ...given }) =>
  Effect.gen(function* () {
    const tell = (report: LoadReport): Effect.Effect<void> =>
      Console.log(json ? JSON.stringify(report, null, 2) : renderLoad(report).join("\n"));
    const { report, p99MostMs } = yield* runLoad(
      {
        ...given,
        ramp: Option.getOrUndefined(given.ramp),
        spike: Option.getOrUndefined(given.spike),
        scenario: Option.getOrUndefined(given.scenario),
        p99: Option.getOrUndefined(given.p99),
        compareWith: Option.getOrUndefined(given.compareWith),
        issuer: Option.getOrUndefined(given.issuer),
        custodian: Option.getOrUndefined(given.custodian),
        carrier: Option.getOrUndefined(given.carrier),
        out: Option.getOrUndefined(given.out),
      },
      tell,
    );
    yield* tell(report);
    yield* kept(report, p99MostMs);
  }),
).pipe(
  Command.withDescription("An open-loop load on issuer and custodian, and the rate up to which they keep up"),
);

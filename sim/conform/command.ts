/**
 * `entrylog conform [URL…]`: runs the test cases that the models give, against our services in this process or whoever answers there.
 * It stops at the first difference and says the one command that shows it again; `--case` takes an id or a file of a kept case.
 * `--list` prints the id of every case. Exit codes: 0 conforms, 2 an unknown case, no URL or no endpoint, 10 something differs from the models.
 */
import { Console, Effect, FileSystem, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeProgress } from "../output/progress.ts";
import { Stopwatch } from "../stopwatch.ts";
import { readCase } from "./case.ts";
import { suite, type Suite } from "./cases/suite.ts";
import type { SystemFault, SystemUnderTest } from "./contract.ts";
import { httpSystem } from "./httpsystem.ts";
import { makeOurselves } from "./ourselves.ts";
import { runCases } from "./run.ts";
import { repeatOf, reportOf, told, toldInfeasible, type ConformReport } from "./telling.ts";
import { endpointInWords } from "./wire.ts";

const flags = {
  json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("print the report as JSON")),
  seed: Flag.Int("seed").pipe(
    Flag.withDefault(1),
    Flag.withDescription("draws the order of the cases, 1 if not given"),
  ),
  case: Flag.String("case").pipe(
    Flag.withDescription("one case only: its id, or a JSON file of a kept case"),
    Flag.optional,
  ),
  list: Flag.Boolean("list").pipe(
    Flag.withDefault(false),
    Flag.withDescription("print the id of every case, one a line, and run none"),
  ),
  infeasible: Flag.Boolean("infeasible").pipe(
    Flag.withDefault(false),
    Flag.withDescription("list what has no case, with the reasons"),
  ),
};

const usage = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const keptCase = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem;
  const text = yield* files
    .readFileString(file)
    .pipe(
      Effect.mapError(() =>
        usage("case-unreadable", `The file ${file} cannot be read.`, "Give the path of a kept case."),
      ),
    );
  return yield* readCase(text).pipe(
    Effect.mapError(({ message }) =>
      usage(
        "case-invalid",
        `The file ${file} is no case: ${message.split("\n")[0] ?? ""}.`,
        "Leave it as it was kept.",
      ),
    ),
  );
});

/** All cases, or the one that was asked for. */
const chosen = (
  all: Suite,
  wanted: Option.Option<string>,
): Effect.Effect<Suite, Stop, FileSystem.FileSystem> => {
  const name = Option.getOrUndefined(wanted);
  if (name === undefined) return Effect.succeed(all);
  if (name.endsWith(".json")) return Effect.map(keptCase(name), (one) => ({ cases: [one], infeasible: [] }));
  const cases = all.cases.filter(({ id }) => id === name);
  return cases.length > 0
    ? Effect.succeed({ cases, infeasible: [] })
    : Effect.fail(
        usage(
          "case-unknown",
          `There is no case "${name}".`,
          "conform --list prints the id of every case; a difference is told with the id of its case.",
        ),
      );
};

const temporaryUnwritable = (): Stop =>
  usage(
    "temporary-unwritable",
    "No temporary folder can be made for the services' files.",
    "Set TMPDIR to a folder that can be written.",
  );

const temporary = Effect.flatMap(FileSystem.FileSystem, (files) =>
  Effect.mapError(files.makeTempDirectoryScoped({ prefix: "entrylog-conform-" }), temporaryUnwritable),
);

const stopped = ({ reason, sentence, operation }: SystemFault): Stop =>
  usage(
    reason === "failed" ? "conform-failed" : "conform-no-endpoint",
    `The cases cannot go on past "${operation}": ${sentence}.`,
    endpointInWords,
  );

const isAddress = (text: string): boolean =>
  URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);

/** What is no address is refused before anything is asked, of the others too. */
const checkAddresses = (urls: readonly string[]): Effect.Effect<void, Stop> => {
  const wrong = urls.find((url) => !isAddress(url));
  return wrong === undefined
    ? Effect.void
    : Effect.fail(
        usage(
          "url-invalid",
          `"${wrong}" is no URL of a system: it must begin with http:// or https://.`,
          "Write for example: conform http://127.0.0.1:8080. Without a URL our own services are tried.",
        ),
      );
};

const runAgainst = Effect.fnUntraced(function* (
  system: SystemUnderTest,
  url: string | undefined,
  { cases, infeasible }: Suite,
  seed: number,
  wanted: Option.Option<string>,
) {
  const progress = makeProgress(yield* Stopwatch);
  const report = yield* runCases(system, cases, seed, {
    told: (done) => {
      progress.show(done / cases.length, `case ${done + 1} of ${cases.length}`);
    },
  }).pipe(Effect.mapError(stopped), Effect.ensuring(progress.end));
  const repeat = (caseId: string): string =>
    repeatOf(
      url,
      Option.getOrElse(wanted, () => caseId),
      seed,
    );
  return reportOf(system.name, seed, cases, infeasible, report, repeat);
});

const verdictOf = (reports: readonly ConformReport[]): Effect.Effect<void, Stop> => {
  const differing = reports.find(({ difference }) => difference !== undefined);
  if (differing?.difference !== undefined)
    return Effect.fail(
      new Stop({
        code: exitCodes.promiseBroken,
        reason: "conform-differs",
        sentence: `${differing.system} differs from the models in ${differing.difference.what}.`,
        advice: `See it again with: ${differing.difference.repeat}`,
      }),
    );
  const idle = reports.find(({ verdict }) => verdict === "nothing-run");
  return idle === undefined
    ? Effect.void
    : Effect.fail(
        usage("conform-nothing-run", `${idle.system} offers nothing of what the cases try.`, endpointInWords),
      );
};

/** What the command does, for whoever prints the reports. */
export const conform = Effect.fnUntraced(function* (
  urls: readonly string[],
  seed: number,
  wanted: Option.Option<string>,
) {
  yield* checkAddresses(urls);
  const some = yield* chosen(suite(), wanted);
  if (urls.length > 0)
    return yield* Effect.forEach(urls, (url) => runAgainst(httpSystem(url), url, some, seed, wanted));
  const folder = yield* temporary;
  const ourselves = yield* Effect.mapError(makeOurselves(folder), temporaryUnwritable);
  return [yield* runAgainst(ourselves, undefined, some, seed, wanted)];
});

export const conformCommand = Command.make(
  "conform",
  {
    urls: Argument.String("url").pipe(
      Argument.withDescription("a system that speaks the contract; our own services if none is given"),
      Argument.variadic({ min: 0 }),
    ),
    ...flags,
  },
  ({ urls, json, seed, case: wanted, list, infeasible }) =>
    Effect.gen(function* () {
      if (list)
        return yield* Console.log(
          suite()
            .cases.map(({ id }) => id)
            .join("\n"),
        );
      if (infeasible) return yield* Console.log(toldInfeasible(suite().infeasible).join("\n"));
      const reports: readonly ConformReport[] = yield* Effect.scoped(conform(urls, seed, wanted));
      yield* Console.log(json ? JSON.stringify(reports, null, 2) : reports.flatMap(told).join("\n"));
      yield* verdictOf(reports);
    }),
).pipe(Command.withDescription("Run the test cases that the models give against a service"));

// The front door: joins the commands of impl, sim and viz into one program, and is the only file above those folders.
// People and scripts start it with `npm run -s entrylog -- <command>`, and `npm start` is its command `start`.
// It alone decides how the process ends: the exit code, what is said on stderr, and that nobody is shown a stack trace
// who did not ask for one. It refuses to do any of the work itself.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Cause, Console, Effect, Exit, Layer, Option, Runtime, Schema } from "effect";
import { CliConfig, CliError, CliOutput, Command, GlobalFlag } from "effect/cli";
import { commands as implCommands, mainJob as implJob, modelHash } from "./impl/commands.ts";
import { exitCodes } from "./impl/exit.ts";
import packageJson from "./package.json" with { type: "json" };
import { commands as simCommands, mainJob as simJob } from "./sim/commands.ts";
import { Pictures, type DrawPictures } from "./sim/pictures.ts";
import { afterRun, commands as vizCommands, mainJob as vizJob } from "./viz/commands.ts";
import { LawHash } from "./viz/lawhash.ts";

/** What a command fails with, known by its shape, so that a folder which may not import impl can make its own. */
const StopShape = Schema.Struct({
  _tag: Schema.Literal("Stop"),
  code: Schema.Int,
  reason: Schema.String,
  sentence: Schema.String,
  advice: Schema.String,
});
const asStop = Schema.decodeUnknownOption(StopShape);

/** The main job: what is generated is checked, the law searched, the default city run, the policy drawn, and what came out said. */
const start = async () => {
  const [{ checkGenerated }, mainJob, { drawRun }] = await Promise.all([implJob(), simJob(), vizJob()]);
  return Command.make("start", mainJob.flags, (given) =>
    Effect.gen(function* () {
      const { files: generated } = yield* checkGenerated;
      yield* Console.log(
        `The service is what the models give: ${generated.size} generated files, law ${modelHash.slice(0, 12)}.`,
      );
      yield* mainJob.provenVerdict(yield* mainJob.prove);
      yield* Console.log(
        "Now a virtual city lives through five weeks of its entry log, on the real services.\n",
      );
      const simulated = yield* mainJob.run(given);
      const page = `${simulated.out}/policy.html`;
      yield* drawRun(simulated.out, page);
      yield* mainJob.tell(simulated, [
        `${page} (open it in a browser: the policy as diagrams, and this run)`,
      ]);
      yield* mainJob.verdictOf(simulated);
    }),
  ).pipe(
    Command.withDescription("The main job: check, simulate the default city, report, and draw the policy"),
  );
};

const commands = { start, ...implCommands, ...simCommands, ...vizCommands };

/** What the first word names, and nothing else: a party that is served loads no simulator. All of them for help and mistakes. */
const asked = (word: string | undefined) => {
  const named = Object.entries(commands).filter(([name]) => name === word);
  const loads = named.length > 0 ? named : Object.entries(commands);
  return Promise.all(loads.map(([, load]) => load()));
};

const entrylog = Command.make("entrylog").pipe(
  Command.withDescription("An electronic entry log whose privacy promises are state machines"),
  Command.withSubcommands(await asked(process.argv[2])),
);

/** Help that was asked for goes to stdout; help that answers a mistake goes to stderr. */
const plain = CliOutput.defaultFormatter({ colors: false });
const presenter: CliOutput.Presenter = {
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Console.error(`${plain.formatHelpDoc(event.helpDoc)}\n${plain.formatErrors(event.errors)}`)
      : CliOutput.defaultPresenter.present(event),
};

/** What a run has found is drawn as soon as it is over. */
const drawPictures: DrawPictures = Effect.fnUntraced(function* (run) {
  const { drawReport } = yield* Effect.promise(afterRun);
  const { out } = yield* drawReport({ run, language: "en" });
  return [`${out} (open it in a browser: the report of this run)`];
});

const frame = Layer.mergeAll(
  NodeServices.layer,
  Layer.succeed(LawHash, modelHash),
  Layer.succeed(Pictures, drawPictures),
  CliOutput.layerPresenter(presenter),
  CliConfig.layer({
    builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions, GlobalFlag.LogLevel],
  }),
);

/** Says on stderr why the program ends, where that has not been said yet, and gives the exit code. */
const ending = (cause: Cause.Cause<unknown>): number => {
  if (Cause.hasInterruptsOnly(cause)) return exitCodes.interrupted;
  const failure = Option.getOrUndefined(Cause.findErrorOption(cause));
  if (CliError.isCliError(failure)) {
    return failure._tag === "ShowHelp" && failure.errors.length === 0 ? exitCodes.done : exitCodes.usage;
  }
  const stop = Option.getOrUndefined(asStop(failure));
  if (stop !== undefined) {
    process.stderr.write(`${stop.reason}: ${stop.sentence}\n${stop.advice === "" ? "" : `${stop.advice}\n`}`);
    return stop.code;
  }
  const squashed = Cause.squash(cause);
  const message = squashed instanceof Error ? squashed.message : String(squashed);
  process.stderr.write(
    `fault: this is a fault of the program, not yours: ${message.replaceAll("\n", " ")}\n`,
  );
  process.stderr.write(
    process.env["ENTRYLOG_TRACE"] === "1"
      ? `${Cause.pretty(cause)}\n`
      : "Run it again with ENTRYLOG_TRACE=1 to see where.\n",
  );
  return exitCodes.fault;
};

/** A reader that went away (`entrylog … | head`) is no reason for a message. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.done : exitCodes.fault);
});

/** A signal interrupts what runs, unless that listens for it itself, as what serves does: it stops in its own words. */
const runMain = Runtime.makeRunMain(({ fiber, teardown }) => {
  const received = new Set<NodeJS.Signals>();
  const interruptUnlessHeard = (signal: NodeJS.Signals) => {
    received.add(signal);
    if (process.listenerCount(signal) === 1) fiber.interruptUnsafe(fiber.id);
  };
  process.on("SIGINT", interruptUnlessHeard);
  process.on("SIGTERM", interruptUnlessHeard);
  fiber.addObserver((exit) => {
    process.off("SIGINT", interruptUnlessHeard);
    process.off("SIGTERM", interruptUnlessHeard);
    teardown(exit, (ended) => {
      const code = received.has("SIGINT") && ended === exitCodes.done ? exitCodes.interrupted : ended;
      if (received.size > 0 || code !== exitCodes.done) process.exit(code);
    });
  });
});

entrylog.pipe(
  Command.run({ version: packageJson.version }),
  Effect.provide(frame),
  runMain({
    disableErrorReporting: true,
    teardown: (exit, onExit) => {
      onExit(Exit.isSuccess(exit) ? exitCodes.done : ending(exit.cause));
    },
  }),
);

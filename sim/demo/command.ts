// `entrylog demo`: a whole country on this machine, with a page that leads to all others and shows what each party holds; until Ctrl-C.
// It prints the page's address as soon as that answers, then each process as it listens. A second Ctrl-C ends everything at once.
// Only here and in tests a clock can be set ahead: what `entrylog serve` starts has no such thing.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { stopOf } from "../../impl/serve/notstarted.ts";
import { untilToldToStop } from "../../impl/serve/stopping.ts";
import { makeProgress } from "../output/progress.ts";
import { Stopwatch } from "../stopwatch.ts";
import { makeScene } from "./scene.ts";
import { openShowing } from "./showing.ts";

const defaultFolder = ".entrylog/demo";
const usualPort = 4_000;
const peopleUsually = 100;
const peopleMost = 1_000;
/** Parties, desks, the phone network and the city. */
const processesInAll = 11;

const wrongPeople = new Stop({
  code: exitCodes.usage,
  reason: "people-out-of-range",
  sentence: `--people must be a number from 0 to ${String(peopleMost)}.`,
  advice: "Give 0 for a country in which nobody comes and goes by themselves.",
});

const pageStop = (failure: Parameters<typeof stopOf>[0]): Stop => {
  const { code, reason, sentence, advice } = stopOf(failure);
  const whereTaken = "Name another with --port, or let it find free ones with --free-ports.";
  return new Stop({ code, reason, sentence, advice: reason === "place-taken" ? whereTaken : advice });
};

/** From now on the next signal ends all of these processes and this one, at once. */
const nextSignalKills = (kills: ReadonlyMap<string, () => void>) =>
  Effect.sync(() => {
    process.on("SIGINT", () => {
      for (const kill of kills.values()) kill();
      process.exit(exitCodes.interrupted);
    });
  });

const demonstrate = Effect.fnUntraced(function* (
  folder: string,
  options: { readonly people: number; readonly freePorts: boolean; readonly port: number },
) {
  const { people, freePorts, port } = options;
  const progress = makeProgress(yield* Stopwatch);
  const scene = makeScene(folder);
  const url = yield* Effect.mapError(openShowing(scene, port), pageStop);
  yield* Console.log(`demonstration ${url}`);
  const kills = new Map<string, () => void>();
  const opened = Effect.gen(function* () {
    // Loaded only now, so that the page is there sooner.
    const { openCountry } = yield* Effect.promise(() => import("./country.ts"));
    const country = yield* openCountry({
      folder,
      people,
      freePorts,
      heard: (news) => {
        scene.heard(news);
        if (news.kind === "started") {
          kills.set(news.name, news.kill);
          progress.show(kills.size / processesInAll, `starting ${news.name}`);
        } else if (news.kind === "listens" && news.places.public !== undefined) {
          process.stdout.write(`${news.name} ${news.places.public}\n`);
        }
      },
    });
    scene.opened(country);
    yield* progress.end;
    yield* Console.log(`Everybody runs, in ${folder}. Open ${url} in a browser; Ctrl-C stops all of them.`);
    return yield* country.running;
  });
  yield* Effect.raceFirst(opened, untilToldToStop({ untilInputEnds: false }));
  yield* progress.end;
  yield* Console.log("Everybody is being stopped. Ctrl-C again ends them at once.");
  yield* nextSignalKills(kills);
});

export const demoCommand = Command.make(
  "demo",
  {
    dir: Flag.Path("dir").pipe(
      Flag.withDefault(defaultFolder),
      Flag.withDescription(
        "the folder of the demonstration, which goes on where it was; made when there is none",
      ),
    ),
    people: Flag.Int("people").pipe(
      Flag.withDefault(peopleUsually),
      Flag.withDescription(`how many simulated people come and go, from 0 to ${String(peopleMost)}`),
    ),
    freePorts: Flag.Boolean("free-ports").pipe(
      Flag.withDefault(false),
      Flag.withDescription("at the first start: free ports instead of the usual ones"),
    ),
    port: Flag.Int("port").pipe(
      Flag.optional,
      Flag.withDescription(`of the demonstration's own page; ${String(usualPort)} unless given`),
    ),
  },
  ({ dir, people, freePorts, port }) =>
    Effect.gen(function* () {
      if (people < 0 || people > peopleMost) return yield* wrongPeople;
      const place = Option.getOrElse(port, () => (freePorts ? 0 : usualPort));
      yield* Effect.scoped(demonstrate(dir, { people, freePorts, port: place }));
      yield* Console.log("Everybody stopped.");
    }),
).pipe(
  Command.withDescription(
    "A whole country on this machine, with pages for everybody and a clock that can be set ahead",
  ),
);

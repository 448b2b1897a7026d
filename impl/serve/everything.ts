// `entrylog serve all`: everybody on this machine, each party in a process of its own with its own folder, keys and
// store. It starts them, says where they listen, starts one again that dies and says so, and stops all of them.
// This process serves nothing and opens no party's store; it shows what a deployment looks like, on one machine.
import { Console, Deferred, Effect } from "effect";
import { exitCodes, Stop } from "../exit.ts";
import { startChild, type Watched } from "./child.ts";
import { furnish, prepareInChild, type Furnishing } from "./furnishing.ts";
import type { Member } from "./members.ts";
import { preparePhoneNetwork } from "./phonenetwork.ts";
import { untilToldToStop } from "./stopping.ts";

const firstPauseMs = 500;
const longestPauseMs = 30_000;

const watchedMember =
  (folder: string) =>
  ({ party, name }: Member): Watched => ({
    name,
    words: ["serve", party, "--dir", `${folder}/${name}`, "--until-input-ends"],
    lines: party === "venue" ? 1 : 2,
  });

/** Keeps one process running. A wrong configuration is not tried again: it would be as wrong the next time. */
const keepRunning = Effect.fnUntraced(function* (watched: Watched, listens: Deferred.Deferred<undefined>) {
  const { name, words, program } = watched;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    let printed = 0;
    const onLine = (line: string) => {
      process.stdout.write(`${line}\n`);
      printed += 1;
      if (printed === watched.lines) Deferred.doneUnsafe(listens, Effect.undefined);
    };
    const code = yield* Effect.scoped(
      Effect.flatMap(startChild(words, onLine, program), ({ ended }) => ended),
    );
    if (code === exitCodes.usage) {
      return yield* new Stop({
        code: exitCodes.usage,
        reason: "party-not-started",
        sentence: `The party ${name} cannot be served.`,
        advice: "Its own words stand above.",
      });
    }
    yield* Console.error(`${name} ended with ${String(code)}; it is started again.`);
    yield* Effect.sleep(pauseMs);
  }
});

export const serveEverything = Effect.fnUntraced(function* (
  household: Omit<Furnishing, "settings">,
  untilInputEnds: boolean,
) {
  const { folder, members } = household;
  const network = yield* preparePhoneNetwork(folder, household.freePorts);
  const settings = ({ party }: Member) => (party === "issuer" ? network.settings : {});
  yield* furnish({ ...household, settings }, prepareInChild);
  for (const { party, name } of members) {
    if (party === "issuer") yield* network.giveSecret(`${folder}/${name}`);
  }
  const watched: ReadonlyArray<Watched> = [network.watched, ...members.map(watchedMember(folder))];
  const started = watched.map((each) => ({ each, listens: Deferred.makeUnsafe<undefined>() }));
  const running = Effect.forEach(started, ({ each, listens }) => keepRunning(each, listens), {
    concurrency: "unbounded",
    discard: true,
  });
  const told = Effect.forEach(started, ({ listens }) => Deferred.await(listens), { discard: true }).pipe(
    Effect.andThen(Console.log(`Everybody runs, in ${folder}. Ctrl-C stops all of them.`)),
    Effect.andThen(Effect.never),
  );
  yield* Effect.raceAllFirst([running, told, untilToldToStop({ untilInputEnds })]);
  yield* Console.log("Everybody stopped.");
});

// `entrylog serve all`: everybody on this machine, each party in a process of its own with its own folder, keys and
// store. It starts them, says where they listen, starts one again that dies and says so, and stops all of them.
// This process serves nothing and opens no party's store; it shows what a deployment looks like, on one machine.
import { Console, Deferred, Effect } from "effect";
import { furnish, prepareInChild, type Furnishing } from "./furnishing.ts";
import { keepRunning, type Watched } from "./keepingrunning.ts";
import type { Member } from "./members.ts";
import { preparePhoneNetwork } from "./phonenetwork.ts";
import { untilToldToStop } from "./stopping.ts";

interface WatchedMember extends Watched {
  /** How many lines it prints when it listens, one for each listener. */
  readonly lines: number;
}

const watchedMember =
  (folder: string) =>
  ({ party, name }: Member): WatchedMember => ({
    name,
    words: ["serve", party, "--dir", `${folder}/${name}`, "--until-input-ends"],
    lines: party === "venue" ? 1 : 2,
  });

/** Keeps it running; says what it prints, and when it has printed that it listens. */
const kept = (watched: WatchedMember, listens: Deferred.Deferred<undefined>) => {
  let printed = 0;
  return keepRunning(watched, {
    started: () => {
      printed = 0;
    },
    heard: (line) => {
      process.stdout.write(`${line}\n`);
      printed += 1;
      if (printed === watched.lines) Deferred.doneUnsafe(listens, Effect.undefined);
    },
  });
};

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
  const watched: ReadonlyArray<WatchedMember> = [network.watched, ...members.map(watchedMember(folder))];
  const started = watched.map((each) => ({ each, listens: Deferred.makeUnsafe<undefined>() }));
  const running = Effect.forEach(started, ({ each, listens }) => kept(each, listens), {
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

// The simulator's rows against its peers: the same plain city by the policy level, and by SimPy or by a loop in C++.
// Each side measures itself from the first day to the last; making the world, starting a program and reading tables are left out.
// Ours judges every promise, counts every transition and keeps every record, which no peer does; both are held to the same decisions.
import { Effect } from "effect";
import type { RatioRow, RowGoal } from "../row.ts";
import { compare, type Side } from "../sides.ts";
import { toldOf, type CityCounts } from "./counts.ts";
import { hashOfLog, openLog } from "./log.ts";
import { runOurs } from "./ours.ts";
import { compilePeer, runCompiled, runSimPy } from "./peers.ts";
import { plainCity, type CitySize, type PlainCity } from "./plaincity.ts";
import { writeTables } from "./tables.ts";
import { pythonWithSimPy } from "./toolchain.ts";

export interface PeerSize extends CitySize {
  readonly blocks: number;
}

const sideOf = <E>(run: Effect.Effect<CityCounts, E>): Side<E> => {
  let counts: CityCounts | undefined;
  return {
    ready: () => Effect.sync(() => void (counts = undefined)),
    work: () =>
      Effect.map(run, (made) => {
        counts = made;
        return { units: made.checkIns, tookMs: made.seconds * 1_000 };
      }),
    outcome: () => Effect.sync(() => (counts === undefined ? "nothing" : toldOf(counts))),
  };
};

const ourModel = ({ people, days }: PeerSize): string =>
  `Check-ins of ${people.toLocaleString("en")} people over ${String(days)} days, with every decision of the law on the way: ` +
  "the policy level in one thread, every promise judged and every record kept";

/** Both sides on one city, whose tables lie in a folder that is there. */
const measure = Effect.fnUntraced(function* <Ours, Peer, R>(
  goal: Omit<RowGoal, "unit">,
  size: PeerSize,
  folder: string,
  ours: (city: PlainCity) => Effect.Effect<CityCounts, Ours>,
  peer: (tables: string) => Effect.Effect<CityCounts, Peer, R>,
) {
  const city = yield* plainCity(size);
  const tables = `${folder}/tables`;
  writeTables(tables, city);
  const context = yield* Effect.context<R>();
  const theirs = Effect.provide(peer(tables), context);
  const compared = yield* compare<Ours | Peer>(sideOf(ours(city)), sideOf(theirs), size.blocks);
  return {
    ...goal,
    unit: "check-ins a second",
    ...compared,
    ratio: compared.ours / compared.theirs,
    besides: {},
  } satisfies RatioRow;
});

const inOneThread = (city: PlainCity) => runOurs(city, { workers: 1 });

const simPy = Effect.suspend(() => {
  const python = pythonWithSimPy();
  return python === undefined
    ? Effect.die(new Error("there is no SimPy to measure against"))
    : Effect.succeed(python);
});

export const measureSimCore = Effect.fnUntraced(function* (size: PeerSize, folder: string) {
  const python = yield* simPy;
  const compared = `${ourModel(size)}, against the same model in SimPy with numpy.`;
  return yield* measure(
    { id: "sim-core", compared, goal: 60, aim: 100 },
    size,
    folder,
    inOneThread,
    (tables) => runSimPy(python, tables, folder),
  );
});

/** Ours with a log of every decision on disk; it is read again afterwards, and has to say the same. */
const withLog = (city: PlainCity, path: string) =>
  Effect.gen(function* () {
    const { startsAtMs, endsAtMs } = city.world;
    const log = openLog(path, startsAtMs);
    const ran = yield* runOurs(city, { workers: 1, hears: log.hears });
    log.close();
    return { ...ran, hash: hashOfLog(path, endsAtMs - startsAtMs) };
  });

export const measureSimLog = Effect.fnUntraced(function* (size: PeerSize, folder: string) {
  const python = yield* simPy;
  const compared = `${ourModel(size)}, with a log of every decision written, against the same model in SimPy with numpy, which writes none.`;
  return yield* measure(
    { id: "sim-log", compared, goal: 25, aim: 40 },
    size,
    folder,
    (city) => withLog(city, `${folder}/log`),
    (tables) => runSimPy(python, tables, folder),
  );
});

export const measureSimCpp = Effect.fnUntraced(function* (size: PeerSize, folder: string) {
  const program = yield* compilePeer(folder);
  const compared = `${ourModel(size)}, against the same model in C++ at -O2.`;
  return yield* measure(
    { id: "sim-cpp", compared, goal: 0.4, aim: 0.6 },
    size,
    folder,
    inOneThread,
    (tables) => runCompiled(program, tables, folder),
  );
});

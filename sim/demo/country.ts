// A whole country on one machine, each party a process of its own with its own folder, keys and store, all under one clock that can be set ahead.
// The demonstration and its tests open it; `entrylog serve` has no such clock. A folder that was used before goes on where it was.
// It opens no party's store and knows no person.
import { Clock, Deferred, Effect, FiberSet, FileSystem, Semaphore } from "effect";
import type { Stop } from "../../impl/exit.ts";
import { makeFolder } from "../../impl/folder.ts";
import { freePorts } from "../../impl/serve/freeports.ts";
import { stopOf } from "../../impl/serve/notstarted.ts";
import type { PresetName } from "../../models/policy.ts";
import { announce } from "../load/place.ts";
import { readAhead, writeAhead } from "./clockfile.ts";
import { doorKeyIn } from "./doorkey.ts";
import { cityFolder, furnishHousehold, officers } from "./household.ts";
import { makeProcess, type DemoProcess, type Heard } from "./process.ts";
import type { Part } from "./words.ts";

export interface CountryOptions {
  readonly folder: string;
  /** How many simulated people come and go. */
  readonly people: number;
  readonly freePorts: boolean;
  readonly preset?: PresetName;
  /** Told of each process as it starts and listens. */
  readonly heard?: Heard;
}

export interface Country {
  readonly folder: string;
  /** Those whose pages and stores there are: issuer-1, issuer-2, custodian, venue, authority, board. */
  readonly parties: readonly string[];
  readonly nowMs: Effect.Effect<number>;
  /** The origin of a member's public listener: a party's, `desk-1`, `carrier`. */
  readonly url: (name: string) => string;
  readonly partiesUrl: (name: string) => string;
  readonly doorKey: string;
  /** Sets everybody's clock so much further ahead, and answers when all are there. */
  readonly advance: (byMs: number) => Effect.Effect<void, Stop>;
  /** Ends only where a process cannot be kept running. */
  readonly running: Effect.Effect<never, Stop>;
}

/** Two cores start so many at once without making each other wait long. */
const startSideBySide = 3;
const desksFrom = 4_700;
/** The order in which they are started: first those whose pages people open. */
const order = ["carrier", "custodian", "issuer-1", "board", "venue", "issuer-2", "authority"];
const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

const desksIn = Effect.fnUntraced(function* (folder: string, anyFreePort: boolean) {
  const ports = anyFreePort
    ? yield* freePorts(officers.length)
    : officers.map((officer) => desksFrom + officer);
  return officers.map((officer, place): readonly [string, Part] => [
    `desk-${String(officer)}`,
    { kind: "desk", folder: `${folder}/officer-${String(officer)}`, port: ports[place] ?? 0 },
  ]);
});

export const openCountry = Effect.fnUntraced(function* (options: CountryOptions) {
  const { folder, people, preset = "2020-07", heard = () => undefined } = options;
  yield* Effect.mapError(makeFolder(folder, 0o700), stopOf);
  let aheadMs = yield* readAhead(folder);
  const { members, carrier } = yield* furnishHousehold({ folder, preset, freePorts: options.freePorts });
  const broken = Deferred.makeUnsafe<never, Stop>();
  const places = new Map<string, { readonly public?: string; readonly parties?: string }>();
  const processes: DemoProcess[] = [];
  const processOf = (name: string, part: Part): DemoProcess => {
    const made = makeProcess({ name, clockFolder: folder, part }, (news) => {
      if (news.kind === "listens") places.set(name, news.places);
      heard(news);
    });
    processes.push(made);
    return made;
  };
  // They are stopped all at once, so that none is started again that a Ctrl-C of the terminal has ended.
  const kept = yield* FiberSet.make();
  const start = Effect.fnUntraced(function* (process: DemoProcess) {
    yield* FiberSet.run(
      kept,
      Effect.catch(process.run, (stop) => Deferred.fail(broken, stop)),
    );
    yield* Effect.raceFirst(process.listens, Deferred.await(broken));
  });

  const parts: readonly (readonly [string, Part])[] = [
    ["carrier", { kind: "carrier", ...carrier }],
    ...members.map(({ name, party }) => [name, { kind: party, folder: `${folder}/${name}` }] as const),
    ...(yield* desksIn(folder, options.freePorts)),
  ];
  const inOrder = parts.toSorted(([one], [other]) => placeOf(one) - placeOf(other));
  yield* Effect.forEach(
    inOrder.map(([name, part]) => processOf(name, part)),
    start,
    { concurrency: startSideBySide, discard: true },
  );
  yield* announce(folder, "serious");

  const url = (name: string): string => places.get(name)?.public ?? "";
  const partiesUrl = (name: string): string => places.get(name)?.parties ?? "";
  if (people > 0) {
    const city: Part = {
      kind: "city",
      folder: cityFolder(folder),
      people,
      issuers: members.filter(({ party }) => party === "issuer").map(({ name }) => url(name)),
      custodian: partiesUrl("custodian"),
      carrier: url("carrier"),
    };
    yield* start(processOf("city", city));
  }

  const files = yield* FileSystem.FileSystem;
  const oneAtATime = yield* Semaphore.make(1);
  return {
    folder,
    parties: members.map(({ name }) => name),
    nowMs: Effect.map(Clock.currentTimeMillis, (machineMs) => machineMs + aheadMs),
    url,
    partiesUrl,
    doorKey: doorKeyIn(folder),
    advance: (byMs) =>
      Effect.gen(function* () {
        const nextMs = aheadMs + Math.max(0, Math.floor(byMs));
        yield* writeAhead(folder, nextMs);
        aheadMs = nextMs;
        // The custodian first: it takes nothing from a time that has not come for it.
        const [before, after] = [true, false].map((first) =>
          processes.filter(({ name }) => (name === "custodian") === first),
        );
        for (const some of [before, after])
          yield* Effect.forEach(some ?? [], (process) => process.setAhead(nextMs), {
            concurrency: "unbounded",
            discard: true,
          });
      }).pipe(oneAtATime.withPermits(1), Effect.provideService(FileSystem.FileSystem, files)),
    running: Deferred.await(broken),
  } satisfies Country;
});

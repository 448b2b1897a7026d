// Watches a run: writes its witness trace, replays it against the models as it is written, and holds every promise against what is seen.
// What the driver sees beside decisions comes in here too: joins, withdrawals, days erased, and the stores searched at the end.
// It changes nothing of the run and knows nothing that the parties could be told; what was met of the law it leaves as coverage.json.
import { Effect, FileSystem } from "effect";
import type { House } from "../impl/house.ts";
import type { Policy } from "../models/policy.ts";
import { allTransitions } from "./coverage/lawparts.ts";
import { partOfRun } from "./coverage/partfiles.ts";
import { coverageSchemaVersion, encodePart } from "./results/coverage.ts";
import { verdictOfFinding } from "./checkers/checker.ts";
import { partyKnowledge } from "./results/partyknowledge.ts";
import type { Run } from "./results/run.ts";
import type { Scenario } from "./scenario.ts";
import type { Devices } from "./service/devices.ts";
import type { Learned } from "./service/investigations.ts";
import type { Watchers } from "./service/run.ts";
import { searchParties } from "./service/searching.ts";
import { earliestEnds, registersOf } from "./service/storesseen.ts";
import { replayAlongside } from "./trace/replayalongside.ts";
import type { Seen } from "./trace/seen.ts";
import { replayStores } from "./trace/durablestores.ts";
import { tokenOf } from "./trace/token.ts";
import { openWitness } from "./trace/witness.ts";
import type { VirtualClock } from "./virtualclock.ts";
import type { World } from "./world/world.ts";

export interface WatchOptions {
  readonly out: string;
  /** Below which the parties keep their stores. */
  readonly stores: string;
  readonly policy: Policy;
  readonly scenario: Scenario;
  readonly world: World;
  readonly modelHash: string;
  readonly clock: VirtualClock;
}

/** A place at the issuer would be any of them; so many are enough to find one, and leave time for the run. */
const devicesSearchedMost = 100;

/** What of run.json the watch finds. */
export type Watched = Pick<Run, "promises" | "whoKnewWhat" | "coverage" | "trace" | "traceHash">;

const seenIn = ({ caseId, officers, windows, approvedAtMs, atMs, visits }: Learned): readonly Seen[] =>
  visits.map(({ venue, scannedAtMs, phoneNumber, person }) => ({
    kind: "reidentified",
    at: atMs,
    case: caseId,
    requestedBy: String(officers[0]),
    approvedBy: String(officers[1]),
    approvedAt: approvedAtMs,
    windows,
    venue,
    scannedAt: scannedAtMs,
    named: phoneNumber !== null,
    person: person === undefined ? null : String(person),
  }));

export const openWatch = Effect.fnUntraced(function* (options: WatchOptions) {
  const { out, stores, policy, scenario, world, modelHash, clock } = options;
  const replay = yield* replayAlongside({ modelHash, policy });
  const witness = yield* openWitness({
    file: `${out}/witness.trace`,
    header: {
      schemaVersion: 1,
      modelHash,
      preset: scenario.policy.preset,
      set: Object.fromEntries(
        Object.keys(scenario.policy.set).map((name) => [name, policy.constants[name] ?? 0]),
      ),
      scenario: scenario.name,
      seed: world.size.seed,
    },
    hears: replay.feed,
  });

  const heldAt = (at: number): readonly Seen[] =>
    earliestEnds(stores).map(({ party, what, endsAt }) => ({ kind: "stillHeld", at, party, what, endsAt }));

  const watchers: Omit<Watchers, "progress" | "decided"> = {
    issued: (pass) => {
      witness.nameToken(tokenOf(pass));
    },
    learned: (learned) => {
      const logged = { kind: "disclosureLogged", at: learned.atMs, case: learned.caseId } as const;
      witness.observe([...seenIn(learned), { ...logged, ...registersOf(stores, learned.caseId) }]);
    },
    swept: ({ issuerDays, custodianDays, visits }, at) => {
      witness.observe([
        ...issuerDays.map((day): Seen => ({ kind: "dayErased", at, party: "issuer", day, records: 0 })),
        ...custodianDays.map((day, place): Seen => ({
          kind: "dayErased",
          at,
          party: "custodian",
          day,
          records: place === 0 ? visits : 0,
        })),
      ]);
    },
    dayOver: (at) => {
      witness.observe(heldAt(at));
    },
    withdrew: (person, at) => {
      witness.observe([{ kind: "personWithdrew", at, person: String(person) }]);
    },
  };

  /** Looks at what every party is left with, ends the trace, and answers what was found. */
  const end = Effect.fnUntraced(function* (house: House, devices: Devices) {
    const at = clock.now();
    const counts = yield* house.custodian.counts;
    const searched = yield* searchParties(stores, devices.publicKeys.slice(0, devicesSearchedMost));
    witness.observe([
      ...counts.days.map(({ day, live }): Seen => ({
        kind: "dayFound",
        at,
        party: "custodian",
        day,
        records: live,
      })),
      ...heldAt(at),
      ...searched.map(({ party, found }): Seen => ({ kind: "storeSearched", at, party, found })),
    ]);
    const { lines, hash } = yield* Effect.orDie(witness.end);
    const { findings, fault, counts: met } = yield* replay.end;
    const part = encodePart({
      schemaVersion: coverageSchemaVersion,
      modelHash,
      source: "simulation",
      kind: "simulation",
      counts: met,
    });
    yield* Effect.flatMap(FileSystem.FileSystem, (files) =>
      files.writeFileString(`${out}/${partOfRun}`, part),
    );
    const durable = yield* replayStores(stores, policy, at);
    return {
      promises: findings.map(verdictOfFinding),
      whoKnewWhat: partyKnowledge(searched),
      coverage: {
        transitions: allTransitions.length,
        met: allTransitions.filter(({ id }) => met.transitions[id] !== undefined).length,
      },
      trace: {
        lines,
        replayed: fault === null && durable.whole,
        sentence:
          fault === null
            ? `${String(lines)} decisions and observations replayed against the models, every answer theirs; ${durable.sentence}${durable.whole ? " likewise" : ""}`
            : `line ${String(fault.line)}: ${fault.sentence}`,
      },
      traceHash: hash,
    } satisfies Watched;
  });

  return { witness: witness.layer, watchers, end };
});

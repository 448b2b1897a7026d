/**
 * Real parties behind the contract of conformance: for each preset a country of its own, opened when a case first asks for it.
 * The command and the tests use it; what no call over HTTP can reach is not offered, with the reason.
 * Cases are taken one after the other: two at once would share clocks.
 */
import { Effect, type FileSystem, type Path, type Scope } from "effect";
import type { PresetName } from "../../../models/policy.ts";
import { SystemFault, type SystemUnderTest } from "../contract.ts";
import { makeCalendar } from "./calendar.ts";
import { openCountry, type Country } from "./country.ts";
import { makeCases } from "./disclosure.ts";
import { makeJoins } from "./disclosurejoins.ts";
import { makeReleases } from "./disclosurereleases.ts";
import { makeDays } from "./days.ts";
import { makeLevels } from "./levels.ts";
import { makeLives } from "./lives.ts";
import { notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { makePasses } from "./passes.ts";
import { makePeople } from "./people.ts";
import { makeVisits } from "./visits.ts";

/** Everything that is asked over HTTP, each by whom it is known how. */
const offerings: readonly MakeOffering[] = [
  makePeople,
  makeLevels,
  makePasses,
  makeVisits,
  makeDays,
  makeCases,
  makeReleases,
  makeJoins,
  makeLives,
];

export interface ServedOptions {
  readonly folder: string;
  /** A PostgreSQL server for the parties' stores; SQLite files without it. */
  readonly storeUrl?: string | undefined;
  /** What stands before a country's parties; tests put their mistakes there. */
  readonly between?: (country: Country) => Country;
  /** Under which preset a country is opened; the case's own unless a test wants another law to be noticed. */
  readonly presetOf?: (preset: PresetName) => PresetName;
}

/** 2 July 2020, 00:00 in Seoul, before every instant of a case that has been moved by a day. */
const startsAtMs = 1_593_615_600_000;

const notOpened = (cause: unknown): SystemFault =>
  new SystemFault({
    operation: "create",
    reason: "failed",
    sentence: `the parties could not be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
  });

/** Served parties as a system under test, for as long as the scope is open. */
export const makeServed = Effect.fnUntraced(function* ({
  folder,
  storeUrl,
  between = (country) => country,
  presetOf = (preset) => preset,
}: ServedOptions) {
  const context = yield* Effect.context<Scope.Scope | FileSystem.FileSystem | Path.Path>();
  const opened = new Map<PresetName, readonly Offering[]>();
  const open = (preset: PresetName): Effect.Effect<readonly Offering[], SystemFault> =>
    openCountry({ folder: `${folder}/${preset}`, preset: presetOf(preset), storeUrl, startsAtMs }).pipe(
      Effect.map((real) => {
        const country = between(real);
        const calendar = makeCalendar(country);
        return offerings.map((make) => make(country, calendar));
      }),
      Effect.mapError(notOpened),
      Effect.provideContext(context),
    );
  const system: SystemUnderTest = {
    name: `the served parties over ${storeUrl === undefined ? "SQLite" : "PostgreSQL"}`,
    create: Effect.fnUntraced(function* (subject, atMs) {
      const known = opened.get(subject.preset) ?? (yield* open(subject.preset));
      opened.set(subject.preset, known);
      const offering = known.find(({ offers }) => offers(subject));
      if (offering === undefined)
        return yield* notOffered(
          "create",
          subject.kind === "lifecycle"
            ? `nothing of ${subject.machine} is asked over HTTP`
            : `no rows of the ${subject.party} can be put beside one another over HTTP`,
        );
      return yield* offering.create(subject, atMs);
    }),
  };
  return system;
});

// Joins the parts of coverage that suites of tests and simulations have written into one whole, and says what the gate misses.
// The gate: every transition and every clause was met by a test; a clause may lack one only where withouttest.ts says why.
// Parts of another law are for the caller to leave out: ids of theirs would be nobody's here.
import type {
  Coverage,
  CoverageCounts,
  CoverageItem,
  CoveragePart,
  CoverageShare,
  SourceKind,
} from "../results/coverage.ts";
import { coverageSchemaVersion } from "../results/coverage.ts";
import { allClauses, allPairs, allPromises, allStates, allTransitions } from "./lawparts.ts";
import { clausesWithoutTest } from "./withouttest.ts";

type By = Readonly<Record<string, number>>;

/** How often each source met it, by what a part says of it. */
const metBy = (parts: readonly CoveragePart[], times: (counts: CoverageCounts) => number): By => {
  const by = new Map<string, number>();
  for (const { source, counts } of parts) {
    const met = times(counts);
    if (met > 0) by.set(source, (by.get(source) ?? 0) + met);
  }
  return Object.fromEntries([...by].toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

const transitionTimes = (id: string) => (counts: CoverageCounts) => counts.transitions[id] ?? 0;

/** A state is met when it is entered, and the first of an instance when it is left. */
const stateTimes =
  ({ id, isInitial }: (typeof allStates)[number]) =>
  ({ transitions }: CoverageCounts): number =>
    allTransitions.reduce(
      (sum, { id: transition, source, target }) =>
        target === id || (isInitial && source === id) ? sum + (transitions[transition] ?? 0) : sum,
      0,
    );

/** A simulation meets a clause in whatever rests on it; a test only where it is an example of the clause. */
const clauseTimes =
  (id: string) =>
  (counts: CoverageCounts): number =>
    counts.clauses[id] ?? 0;

const withRests = (part: CoveragePart): CoveragePart => {
  if (part.kind === "test") return part;
  const clauses: Record<string, number> = { ...part.counts.clauses };
  const rest = (ids: readonly string[], times: number): void => {
    for (const id of times > 0 ? ids : []) clauses[id] = (clauses[id] ?? 0) + times;
  };
  for (const { id, clauses: restsOn } of allTransitions) rest(restsOn, part.counts.transitions[id] ?? 0);
  for (const { id, clauses: restsOn } of allPromises) rest(restsOn, part.counts.promises[id] ?? 0);
  return { ...part, counts: { ...part.counts, clauses } };
};

export const joinCoverage = (modelHash: string, given: readonly CoveragePart[]): Coverage => {
  const parts = given.map(withRests);
  const kinds = new Map(parts.map(({ source, kind }) => [source, kind]));
  const isBy = (kind: SourceKind, by: By): boolean =>
    Object.keys(by).some((source) => kinds.get(source) === kind);
  const shareOf = (items: readonly { readonly by: By }[]): CoverageShare => ({
    all: items.length,
    byTests: items.filter(({ by }) => isBy("test", by)).length,
    bySimulation: items.filter(({ by }) => isBy("simulation", by)).length,
  });

  const states = allStates.map((state): CoverageItem => ({
    id: state.id,
    by: metBy(parts, stateTimes(state)),
  }));
  const transitions = allTransitions.map(({ id }): CoverageItem => ({
    id,
    by: metBy(parts, transitionTimes(id)),
  }));
  const pairs = allPairs.map(({ first, second }) => ({
    first,
    second,
    by: metBy(parts, (counts) => counts.pairs[first]?.[second] ?? 0),
  }));
  const clauses = allClauses.map((id) => {
    const reason = clausesWithoutTest[id];
    const by = metBy(parts, clauseTimes(id));
    return { id, by, ...(reason === undefined ? {} : { withoutTest: reason }) };
  });
  const promises = allPromises.map(({ id }): CoverageItem => ({
    id,
    by: metBy(parts, (counts) => counts.promises[id] ?? 0),
  }));

  return {
    schemaVersion: coverageSchemaVersion,
    modelHash,
    sources: [...kinds]
      .map(([id, kind]) => ({ id, kind, parts: parts.filter(({ source }) => source === id).length }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    shares: {
      states: shareOf(states),
      transitions: shareOf(transitions),
      pairs: shareOf(pairs),
      clauses: shareOf(clauses),
      promises: shareOf(promises),
    },
    states,
    transitions,
    pairs,
    clauses,
    promises,
    missing: {
      transitions: transitions.filter(({ by }) => !isBy("test", by)).map(({ id }) => id),
      // Each clause either has a test or stands in the list, and never both.
      clauses: clauses
        .filter(({ id, by }) => isBy("test", by) === (clausesWithoutTest[id] !== undefined))
        .map(({ id }) => id),
    },
  };
};

export const isMissing = ({ missing }: Coverage): boolean =>
  missing.transitions.length + missing.clauses.length > 0;

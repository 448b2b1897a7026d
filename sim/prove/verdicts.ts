// What can be said of each promise after the searches: held, broken, or not shown, and how much that says.
// Without a caught mistake and a run in which its condition happens, a promise is not shown, whatever was searched.
// The grade is the weakest of what was searched: all constants, the real ones, or small ones only. A slice that is searched in the
// small alone, because zones would not end on it, lowers no grade: its parts stand in the others, and the proof says so.
import { properties, type Property, type PropertyId } from "../../models/properties.ts";
import type { Policy } from "../../models/policy.ts";
import { grades, type ProvenPromise } from "../results/proof.ts";
import { isBrokenInZones } from "./agreeing.ts";
import { derivedOf } from "./derived.ts";
import type { Mistake } from "./mistakes.ts";
import type { Searched } from "./threeways.ts";
import type { ZoneAnswer } from "./zonemessages.ts";
import { isLawsOwn } from "../../models/settings.ts";
import { isTimed, sliceOf, slices } from "../../models/slices.ts";
import { isObservedKind, type ObservedKind } from "../../models/observations.ts";
import { words } from "../../models/labels/labels.ts";
import type { Slice } from "../../models/language/slice.ts";
import { stepsOf, type Story } from "../../models/story/story.ts";

type Grade = (typeof grades)[number];

const [forAll, forReal, inSmall] = grades;

export interface Judged extends Omit<ProvenPromise, "story"> {
  readonly id: PropertyId;
  readonly story?: Story;
}

const nothing: Pick<ZoneAnswer["promises"][number], "met" | "broken" | "kinds"> = {
  met: 0,
  broken: 0,
  kinds: [],
};

const inZones = (answer: ZoneAnswer | undefined, id: PropertyId) =>
  answer?.promises.find((one) => one.id === id) ?? nothing;

/** How often the promise had something to say in a slice, by any of the ways. */
const metIn = ({ states, zones, spin }: Searched, id: PropertyId): number =>
  Math.max(
    states?.promises.get(id)?.met ?? 0,
    inZones(zones?.timed, id).met,
    spin?.found.promises.get(id)?.met ?? 0,
  );

/** The kinds of observation about which it had something to say. SPIN tells promises apart and no kinds, so it is taken at its word. */
const kindsMetIn = (
  { states, zones, spin }: Searched,
  property: Property,
  id: PropertyId,
): readonly string[] => {
  const told = [...(states?.promises.get(id)?.kinds ?? []), ...inZones(zones?.timed, id).kinds];
  const isByItself = states === undefined && zones === undefined;
  return isByItself && (spin?.found.promises.get(id)?.met ?? 0) > 0 ? Object.keys(property.judges) : told;
};

const kindsNotedIn = ({ moves, watches }: Slice): readonly string[] =>
  [...moves.flatMap(({ notes = [] }) => notes), ...watches].map(({ kind }) => kind);

/**
 * The kinds about which the promise never had anything to say. A search of all parts of the system must meet each of its kinds, or a
 * condition that never happens would hide behind the others; some slices can meet only some, and none is missed where one is met.
 */
const neverMet = (property: Property, id: PropertyId, all: readonly Searched[]): readonly ObservedKind[] => {
  const met = new Set(all.flatMap((searched) => kindsMetIn(searched, property, id)));
  const noted = new Set(all.flatMap(({ slice }) => kindsNotedIn(slice)));
  const parts = slices.filter(({ id: each }) => isTimed(each));
  const isWhole = parts.every(({ id: each }) => all.some(({ slice }) => slice.id === each));
  const kinds = property.observes.filter(isObservedKind);
  if (!isWhole && kinds.some((kind) => met.has(kind))) return [];
  return kinds.filter((kind) => !met.has(kind) && (isWhole || noted.has(kind)));
};

const isBrokenInCounting = ({ states, spin }: Searched, id: PropertyId): boolean =>
  (states?.promises.get(id)?.broken ?? 0) > 0 || (spin?.found.promises.get(id)?.broken ?? 0) > 0;

/** Constants that somebody set are small only in proportion; where zones have an answer, theirs counts. */
const isBrokenIn = (searched: Searched, id: PropertyId, isOwn: boolean): boolean => {
  if (isBrokenInZones(searched, id)) return true;
  const timed = searched.zones?.timed;
  const { met, broken } = inZones(timed, id);
  const isDecidedByZones = !isOwn && timed?.cut === 0 && met > 0 && broken === 0;
  return !isDecidedByZones && isBrokenInCounting(searched, id);
};

const gradeIn = ({ zones }: Searched, id: PropertyId): Grade => {
  if (zones === undefined || zones.timed.cut > 0) return inSmall;
  const timed = inZones(zones.timed, id);
  const untimed = inZones(zones.untimed, id);
  if (untimed.met > 0 && untimed.broken === 0 && zones.untimed.cut === 0) return forAll;
  return timed.met > 0 && timed.broken === 0 ? forReal : inSmall;
};

/** Where nothing was graded, only small constants were searched with. */
const weakest = (all: readonly Grade[]): Grade =>
  grades[Math.max(-1, ...all.map((grade) => grades.indexOf(grade)))] ?? inSmall;

/** In real time if zones know one, else in the small. */
const storyIn = (searched: Searched, id: PropertyId, policy: Policy): Story | undefined => {
  const { slice, states, zones } = searched;
  const real = zones?.timed.promises.find((one) => one.id === id)?.story;
  const timed = sliceOf(slice.id, "timed");
  if (real !== undefined && timed !== undefined)
    return { slice: timed, form: "timed", policy, clock: "real", steps: real };
  const moves = states?.promises.get(id)?.story;
  return moves === undefined
    ? undefined
    : { slice, form: "counted", policy, clock: "small", steps: stepsOf(slice, moves) };
};

/** Why a promise is not shown of which nothing that was searched observes anything. */
export const nothingToSay = "nothing that was searched observes what it is about";

const shown = (
  witnessed: boolean,
  mistake: Mistake | undefined,
  never: readonly ObservedKind[] = [],
): string | undefined => {
  if (!witnessed)
    return never.length === 0
      ? nothingToSay
      : `its condition never happens in what was searched: ${never.map(words("en").observation).join("; ")}`;
  if (mistake === undefined) return "the mistake that must break it was not tried";
  return mistake.caught ? undefined : "the mistake that must break it was not caught";
};

/** Constants that somebody set and only small ones were searched with: what breaks there may hold in real time. */
const isOnlyProportion = ({ zones }: Searched, isOwn: boolean): boolean => !isOwn && zones === undefined;

function judged(
  property: Property & { readonly id: PropertyId },
  all: readonly Searched[],
  mistake: Mistake | undefined,
  policy: Policy,
): Judged {
  const { id, clauses } = property;
  const mutantCaught = mistake?.caught ?? false;
  const said = { id, clauses, mutantCaught, mutant: mistake?.says ?? "" };
  const derived = derivedOf(property);
  if (derived !== undefined) {
    const { known, witnessed } = derived;
    const missing = shown(witnessed, mistake);
    const because = known.length > 0 ? `it could know ${known.join(", ")}` : missing;
    const verdict = known.length > 0 ? "broken" : missing === undefined ? "held" : "not shown";
    return { ...said, verdict, grade: forAll, witnessed, ...(because === undefined ? {} : { because }) };
  }
  const concerned = all.filter((searched) => metIn(searched, id) > 0);
  const breaking = concerned.filter((searched) => isBrokenIn(searched, id, isLawsOwn(policy)));
  const [first] = breaking.toSorted(
    (a, b) => Number(isBrokenInZones(b, id)) - Number(isBrokenInZones(a, id)),
  );
  const never = neverMet(property, id, all);
  const witnessed = concerned.length > 0 && never.length === 0;
  const grade = weakest(
    concerned.filter(({ slice }) => isTimed(slice.id)).map((searched) => gradeIn(searched, id)),
  );
  if (first !== undefined) {
    const story = storyIn(first, id, policy);
    const because = isOnlyProportion(first, isLawsOwn(policy))
      ? `broken in the slice ${first.slice.id}, with constants that were made small and only keep proportions; --zones asks the real ones`
      : `broken in the slice ${first.slice.id}`;
    return {
      ...said,
      verdict: "broken",
      grade,
      witnessed,
      because,
      ...(story === undefined ? {} : { story }),
    };
  }
  const because = shown(witnessed, mistake, never);
  return {
    ...said,
    verdict: because === undefined ? "held" : "not shown",
    grade,
    witnessed,
    ...(because === undefined ? {} : { because }),
  };
}

/** Every promise, in the order in which reports print them. */
export const judgedOf = (
  all: readonly Searched[],
  mistakes: readonly Mistake[],
  policy: Policy,
): readonly Judged[] =>
  properties.map((property) =>
    judged(
      property,
      all,
      mistakes.find(({ promise }) => promise === property.id),
      policy,
    ),
  );

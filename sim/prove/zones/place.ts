/**
 * Puts a standing into its normal form: a name for all that is no instant, and a matrix over its instants in one order.
 * From then on each instant is a clock of its own, so that time can pass: what was set to the present stays where it was.
 * Standings of one name differ in their times only, so that their zones can be compared.
 * The name tells which instants are set, and the key besides which of them lie how long after a Seoul midnight.
 */
import { valueIn } from "../../../models/language/cells.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import { picked, type Matrix } from "./matrix.ts";
import { midnightPlace, originOf, type Moment, type Origin } from "./moment.ts";
import type { Listener } from "./needs.ts";
import type { Reading } from "./reading.ts";
import type { Standing } from "./standing.ts";
import { isInstant, presentInstant, type Instant, type Symbolic, type SymbolicInstance } from "./symbol.ts";

/** All that standings of one key share. */
export interface Place {
  readonly name: string;
  readonly key: string;
  readonly instances: Standing["instances"];
  readonly variables: Standing["variables"];
  readonly marks: Standing["marks"];
  readonly midnights: readonly Instant[];
  readonly origins: readonly Origin[];
  /** For each clock its place among the instants of the slice. */
  readonly clocks: readonly number[];
}

const wordOf = (value: Symbolic): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);

/** How long after a midnight the instant lies, if that is known to the millisecond. */
function phaseOf({ midnights }: Moment, { clock, plus }: Instant): number | undefined {
  const midnight = midnights.find((one) => one.clock === clock);
  if (midnight === undefined) return undefined;
  const phase = (plus - midnight.plus) % millisecondsADay;
  return phase < 0 ? phase + millisecondsADay : phase;
}

/** The first mark is a midnight as soon as one is known, so that the next question for a day is answered by it. */
const anchored = ({ timing }: Reading, { moment, marks: [first, ...rest] }: Standing): Standing["marks"] => [
  first ?? (timing.followsDays ? (moment.midnights[0] ?? null) : null),
  ...rest,
];

const set = (instance: SymbolicInstance | undefined, field: string, to: Symbolic): SymbolicInstance => ({
  state: instance?.state ?? "",
  fields: { ...instance?.fields, [field]: to },
});

/** The same standing with its instants as the clocks of the normal form. */
function renamed(
  reading: Reading,
  standing: Standing,
  clocks: readonly number[],
): Pick<Place, "instances" | "variables"> {
  const instances: Record<string, SymbolicInstance> = { ...standing.instances };
  const variables: Record<string, Symbolic> = { ...standing.variables };
  for (const [clock, place] of clocks.entries()) {
    const cell = place === 0 ? undefined : reading.instants[place - midnightPlace - 1];
    const is: Instant = { clock, plus: 0 };
    if (cell?.kind === "variable") variables[cell.name] = is;
    if (cell?.kind === "field") instances[cell.instance] = set(instances[cell.instance], cell.field, is);
  }
  return { instances, variables };
}

export interface Placed {
  readonly place: Place;
  readonly zone: Matrix;
}

/** Places standings, and remembers the places it has met. */
export function placer(reading: Reading, hears?: Listener["assigned"]) {
  const known = new Map<string, Place>();
  const marksFrom = reading.instants.length + 1;
  return (standing: Standing): Placed => {
    const [midnight, ...marks] = anchored(reading, standing);
    const values = [midnight, ...reading.instants.map((cell) => valueIn(standing, cell)), ...marks];
    const instants: Instant[] = [presentInstant];
    const clocks: number[] = [0];
    const phases: (number | undefined)[] = [undefined];
    const said = values.map((value, place) => {
      if (!isInstant(value)) return "-";
      const phase = reading.timing.followsDays ? phaseOf(standing.moment, value) : undefined;
      hears?.(place + 1, originOf(standing.moment, value));
      instants.push(value);
      clocks.push(place + 1);
      phases.push(phase);
      return phase === undefined ? "+" : String(phase);
    });
    const words = reading.words.map((cell) => wordOf(valueIn(standing, cell))).join(" ");
    const name = `${words} ${said
      .slice(1, marksFrom)
      .map((word) => (word === "-" ? "-" : "+"))
      .join("")}`;
    const key = `${words} ${said.join(",")}`;
    const zone = picked(standing.moment.zone, instants);
    const clockAt = (at: number): Instant | null =>
      clocks.includes(at) ? { clock: clocks.indexOf(at), plus: 0 } : null;
    const place = known.get(key) ?? {
      name,
      key,
      ...renamed(reading, standing, clocks),
      marks: [clockAt(midnightPlace), ...marks.map((_, at) => clockAt(marksFrom + 1 + at))],
      midnights: phases.flatMap((phase, clock) => (phase === undefined ? [] : [{ clock, plus: -phase }])),
      origins: clocks.map((at) => ({ place: at, least: 0, greatest: 0 })),
      clocks,
    };
    known.set(key, place);
    return { place, zone };
  };
}

/** The standing that a place and a zone are; midnights that nobody can tell from others any more are left out. */
export const standingOf = ({ place, zone }: Placed, old?: ReadonlySet<number>): Standing => {
  const young = (mark: Instant | null): Instant | null =>
    mark !== null && old?.has(mark.clock) === true ? null : mark;
  const [midnight, ...others] = place.marks;
  return {
    moment: {
      zone,
      origins: place.origins,
      midnights:
        old === undefined || old.size === 0
          ? place.midnights
          : place.midnights.filter(({ clock }) => !old.has(clock)),
      derived: [],
    },
    instances: place.instances,
    variables: place.variables,
    marks: [young(midnight), ...others.map(young)],
  };
};

/** The number of places of a reading: the present, the midnight that is followed, its instants, and so many marks besides. */
export const placesOf = (reading: Reading, marks = 0): number =>
  reading.instants.length + midnightPlace + 1 + marks;

/**
 * The symbolic search of one lifecycle under one policy: everything that can happen at any instant, without choosing one.
 * It answers, for each pair of consecutive transitions, the ways that lead through it; a pair without one cannot happen at all.
 * It reads lifecycles whose events bring no instants; for others the search over instants has to do.
 */
import { type Happening } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { constants, presets, type Constant, type PresetName } from "../../../models/policy.ts";
import { beginningMs, pairOf } from "../cases/search.ts";
import { payloadsOf } from "../cases/payloads.ts";
import { beginningOf, makeMoves, type Moved } from "./moves.ts";
import type { Standing } from "./splitting.ts";
import { coarsened, includes, over, type Zone } from "./zone.ts";

/** One way: the moves from the beginning, in order. */
export interface Way {
  readonly before: Way | undefined;
  readonly moved: Pick<Moved, "transition" | "event">;
}

export interface Symbolic {
  /** By pair, some ways through it, the first found first. */
  readonly pairs: ReadonlyMap<string, readonly Way[]>;
  readonly zones: number;
  readonly whole: boolean;
}

const zonesMost = 100_000;
/** Days are not known exactly here, so that the first way may turn out not to fit any calendar. */
const waysMost = 12;

export const bringsNoInstants = ({ meta }: Lifecycle): boolean =>
  Object.values(meta.events).every(({ fields }) =>
    Object.values(fields).every(({ kind }) => kind !== "instant"),
  );

/** The events that a state hears, with all that they can bring. */
export const sentTo = (machine: Lifecycle, preset: PresetName) => {
  const all = new Map(
    Object.keys(machine.states).map((state): readonly [string, readonly Happening[]] => [
      state,
      Object.keys(machine.states[state]?.on ?? {}).flatMap((type) =>
        payloadsOf(machine, type, { state, fields: machine.context }, beginningMs, presets[preset]),
      ),
    ]),
  );
  return (state: string): readonly Happening[] => all.get(state) ?? [];
};

/** Only what is still known of the past is kept: the present, its day, and the instants that are set. */
const compact = (standing: Standing, mostMs: number): Standing => {
  const names = Object.keys(standing.instants).toSorted();
  const refs = [standing.now, standing.today, ...names.flatMap((name) => standing.instants[name] ?? [])];
  return {
    ...standing,
    zone: coarsened(over(standing.zone, refs), mostMs),
    now: { clock: 0, plus: 0 },
    today: { clock: 1, plus: 0 },
    instants: Object.fromEntries(names.map((name, index) => [name, { clock: index + 2, plus: 0 }])),
  };
};

export function searchZones(machine: Lifecycle, preset: PresetName): Symbolic {
  const moves = makeMoves(machine, presets[preset], sentTo(machine, preset));
  const longest = Math.max(
    ...Object.values<Constant>(constants).map(({ kind, value }) => (kind === "duration" ? Number(value) : 0)),
  );
  const pairs = new Map<string, Way[]>();
  const seen = new Map<string, Zone[]>();
  let zones = 0;
  const begun: { readonly standing: Standing; readonly way: Way | undefined } = {
    standing: beginningOf(machine),
    way: undefined,
  };
  const queue = [{ ...begun, isNew: true }];
  for (const { standing, way, isNew } of queue) {
    if (zones > zonesMost) break;
    for (const { transition, event, standing: reached } of moves(standing)) {
      const next: Way = { before: way, moved: { transition, event } };
      if (way !== undefined) {
        const pair = pairOf(way.moved.transition, transition);
        const ways = pairs.get(pair) ?? [];
        if (ways.length < waysMost) ways.push(next);
        pairs.set(pair, ways);
      }
      if (!isNew) continue;
      const after = compact(reached, 3 * longest);
      const key = JSON.stringify([after.state, after.fields, Object.keys(after.instants)]);
      const known = seen.get(key) ?? [];
      const wasSeen = known.some((zone) => includes(zone, after.zone));
      if (!wasSeen) {
        zones += 1;
        seen.set(key, [...known.filter((zone) => !includes(after.zone, zone)), after.zone]);
      }
      queue.push({ standing: after, way: next, isNew: !wasSeen });
    }
  }
  return { pairs, zones, whole: zones <= zonesMost };
}

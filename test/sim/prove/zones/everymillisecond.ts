// The search that the zones are held against: every whole millisecond is a step of its own, over the plain reading of a slice.
// It knows no matrix and no bound; instants further back than a horizon are all the same to it, and a test gives it one that is far enough.
// It tells the worlds apart by their times, and names them without, as the zones do.
import {
  cellNumbers,
  cellsOf,
  relevantFields,
  valueIn,
  type Cell,
} from "../../../../models/language/cells.ts";
import { readSlice, type Law } from "../../../../models/language/compose.ts";
import { timePasses, type Slice, type World } from "../../../../models/language/slice.ts";
import { millisecondsADay, type Policy } from "../../../../models/policy.ts";
import type { PropertyId } from "../../../../models/properties.ts";
import { verdictsOn } from "../../../../models/story/judging.ts";

export interface Lived {
  readonly worlds: number;
  /** What the worlds are apart from their times. */
  readonly names: ReadonlySet<string>;
  /** Moves that could be made somewhere, though they may have been refused. */
  readonly moves: ReadonlySet<string>;
  readonly broken: ReadonlySet<PropertyId>;
  /** Worlds in which no millisecond can pass, whatever moves are made. */
  readonly stuck: number;
}

interface Living {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
  /** How far back instants are told apart. */
  readonly horizonMs: number;
  /** It ends when this promise is broken, if that is all that is asked. */
  readonly until?: PropertyId;
}

interface Reached {
  readonly world: World;
  readonly nexts: Set<Reached>;
  goesOn: boolean;
}

const isInstant = (cell: Cell): boolean =>
  (cell.kind === "field" || cell.kind === "variable") && cell.form.kind === "instant";

/** A world without its times: all that is no instant, and which instants are set. */
const nameOf = (cells: readonly Cell[], world: World): string => {
  const words = cells.filter((cell) => !isInstant(cell) && cell.kind !== "phase");
  const signs = cells.filter(isInstant).map((cell) => (valueIn(world, cell) === null ? "-" : "+"));
  return `${words.map((cell) => String(valueIn(world, cell))).join(" ")} ${signs.join("")}`;
};

/** How many of these neither let time pass nor lead by moves to one that does. */
function stuckAmong(all: readonly Reached[]): number {
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const one of all)
      if (!one.goesOn && [...one.nexts].some(({ goesOn }) => goesOn)) hasGrown = one.goesOn = true;
  }
  return all.filter(({ goesOn }) => !goesOn).length;
}

/** The same world some time later in the day, as if it had begun then: all its instants are later too. */
function laterBy(cells: readonly Cell[], world: World, time: number): World {
  const isMoved = new Set(
    cells
      .filter(isInstant)
      .map((cell) =>
        cell.kind === "field" ? `${cell.instance} ${cell.field}` : cell.kind === "variable" ? cell.name : "",
      ),
  );
  const moved = (fields: World["variables"], prefix: string): World["variables"] =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === "number" && isMoved.has(prefix + name) ? value + time : value,
      ]),
    );
  return {
    now: world.now + time,
    instances: Object.fromEntries(
      Object.entries(world.instances).map(([name, { state, fields }]) => [
        name,
        { state, fields: moved(fields, `${name} `) },
      ]),
    ),
    variables: moved(world.variables, ""),
  };
}

/** Everything that can be reached by moves and by single milliseconds. */
export function everyMillisecond({ slice, law, policy, horizonMs, until }: Living): Lived {
  const relevant = relevantFields(slice, law);
  const cells = cellsOf(slice, law);
  const isRelevant = (instance: string, field: string): boolean => relevant.has(`${instance} ${field}`);
  // Ticks of a millisecond; whether hours are told apart is what the slice's own ticks say.
  const ticking = { ...slice, ticksADay: millisecondsADay };
  const reading = readSlice(ticking, law, policy, isRelevant, horizonMs);
  const known = new Map<string, Reached>();
  const all: Reached[] = [];
  const names = new Set<string>();
  const moves = new Set<string>();
  const broken = new Set<PropertyId>();
  const reach = (world: World): Reached => {
    const key = cellNumbers(slice, cells, world).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const reached: Reached = { world, nexts: new Set(), goesOn: false };
    known.set(key, reached);
    all.push(reached);
    names.add(nameOf(cells, world));
    return reached;
  };
  for (let hour = 0; hour < slice.ticksADay; hour += 1) reach(laterBy(cells, reading.begins, hour));
  for (const one of all) {
    if (until !== undefined && broken.has(until)) break;
    for (const { world, move, observed } of reading.from(one.world)) {
      one.nexts.add(reach(world));
      if (move === timePasses) one.goesOn = true;
      else moves.add(move);
      for (const verdict of verdictsOn(observed, policy)) if (verdict.broken) broken.add(verdict.promise);
    }
  }
  return { worlds: all.length, names, moves, broken, stuck: stuckAmong(all) };
}

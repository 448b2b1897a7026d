// The lunch hour as it is felt: who asks for a pass when, who waits, who is told to come back, and who gives up.
// Both virtual levels ask it between the plan of a day and its steps; a person asks for the next pass after the one before.
// A pure function of what people intend, of capacity and of faults. Asks that only an answer brings about (one more pass after
// a late showing) and those of misuse are not in it. A day's line is worked off to its end and not handed to the next day.
import type { Scenario } from "../scenario.ts";
import { makeHeap } from "./heap.ts";
import { stream, uniform, within } from "./random.ts";
import { makeServers, type Servers } from "./servers.ts";
import type { WorldSize } from "./size.ts";
import { emptyTens, type TenMinutes } from "./tenminutes.ts";

/** One row a visit, in any order. */
export interface Asks {
  readonly count: number;
  /** The first ask of the visit. */
  readonly atMs: Float64Array;
  /** So many passes are asked for one after the other, each so long after the one before was there; none by some. */
  readonly passes: Uint8Array;
  readonly gapMs: Int32Array;
  /** Index into the scenario's issuers. */
  readonly issuer: Uint8Array;
  /** The person and which visit of their life it is, for the draws that belong to it alone. */
  readonly person: Int32Array;
  readonly number: Int32Array;
}

export interface Served {
  /** Where the passes of each visit begin in `madeAtMs`. */
  readonly firstPass: Int32Array;
  /** When each pass is made; NaN where the person gave up before. */
  readonly madeAtMs: Float64Array;
  readonly tenMinutes: readonly TenMinutes[];
  readonly shed: number;
  /** Visits whose people gave up. */
  readonly lost: number;
}

const triesRoom = 32;
const passesRoom = 16;

/** By the first ask, and of one instant by person, so that it does not matter how the rows are laid out. */
const inOrder = ({ count, atMs, passes, person }: Asks): Int32Array => {
  const rows = Array.from({ length: count }, (_, row) => row).filter((row) => (passes[row] ?? 0) > 0);
  return Int32Array.from(rows).sort(
    (a, b) => (atMs[a] ?? 0) - (atMs[b] ?? 0) || (person[a] ?? 0) - (person[b] ?? 0),
  );
};

/** Each issuer that has begun has its share of every server, so that all are equally busy. */
const serversOf = (
  scenario: Scenario,
  size: WorldSize,
  dayStartsAtMs: number,
): readonly Servers[] | undefined => {
  const { capacity, people, venues } = scenario;
  if (capacity === undefined) return undefined;
  const scale = size.venues / venues.count / (people.standsFor ?? 1);
  const shares = people.issuers.map(({ share, from = -Infinity }) => (dayStartsAtMs >= from ? share : 0));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return people.issuers.map(({ id }, index) => {
    const part = all > 0 ? (shares[index] ?? 0) / all : 1;
    const passMs = 1_000 / (capacity.passesASecond * part);
    const servers = Math.max(1, Math.round(capacity.servers * Math.min(1, scale)));
    const aloneShare = servers / capacity.servers;
    const busyMs = (passMs * aloneShare) / scale;
    return makeServers(scenario, id, {
      servers,
      aloneShare,
      busyMs,
      idleCountsMs: busyMs * (1 / aloneShare - 1),
      passMs,
      queueMost: Math.max(Math.min(capacity.queueMost, 1), Math.round(capacity.queueMost * part * scale)),
    });
  });
};

/** Undefined where the scenario says nothing of capacity: then every pass is made when it is asked for. */
export const serve = (
  scenario: Scenario,
  size: WorldSize,
  dayStartsAtMs: number,
  asks: Asks,
): Served | undefined => {
  const servers = serversOf(scenario, size, dayStartsAtMs);
  const { capacity } = scenario;
  if (servers === undefined || capacity === undefined) return undefined;
  const chances = stream(size.seed, "coming back");
  const firstPass = new Int32Array(asks.count);
  let passes = 0;
  for (let row = 0; row < asks.count; row += 1) {
    firstPass[row] = passes;
    passes += asks.passes[row] ?? 0;
  }
  const madeAtMs = new Float64Array(passes).fill(Number.NaN);
  /** By visit: the pass that is being asked for, how often it was, and since when. */
  const pass = new Uint8Array(asks.count);
  const tries = new Uint8Array(asks.count);
  const sinceMs = Float64Array.from(asks.atMs.subarray(0, asks.count));
  const later = makeHeap();
  const tens = emptyTens(dayStartsAtMs);
  let shed = 0;
  let lost = 0;

  const tryOnce = (row: number, atMs: number): void => {
    const issuer = servers[asks.issuer[row] ?? 0];
    const made = issuer?.ask(atMs);
    const nth = pass[row] ?? 0;
    const count = (tries[row] ?? 0) + 1;
    tries[row] = count;
    tens.asked(atMs, issuer?.waiting(atMs) ?? 0, made === undefined);
    if (made === undefined) {
      shed += 1;
      if (count >= capacity.triesMost) {
        lost += 1;
        tens.gaveUp(atMs);
        return;
      }
      const draw = ((asks.number[row] ?? 0) * passesRoom + nth) * triesRoom + count;
      const chance = uniform(chances, asks.person[row] ?? 0, draw);
      later.put(atMs + within(chance, capacity.retryAfter), row);
      return;
    }
    madeAtMs[(firstPass[row] ?? 0) + nth] = made;
    tens.made(made, made - (sinceMs[row] ?? 0));
    if (nth + 1 >= (asks.passes[row] ?? 0)) return;
    pass[row] = nth + 1;
    tries[row] = 0;
    sinceMs[row] = made + (asks.gapMs[row] ?? 0);
    later.put(sinceMs[row] ?? 0, row);
  };

  const order = inOrder(asks);
  for (let place = 0; place < order.length || later.size() > 0;) {
    const row = order[place];
    const firstMs = row === undefined ? Infinity : (asks.atMs[row] ?? 0);
    const backMs = later.nextMs();
    if (row === undefined || firstMs > backMs) tryOnce(later.take(), backMs);
    else {
      tryOnce(row, firstMs);
      place += 1;
    }
  }
  return { firstPass, madeAtMs, tenMinutes: tens.rows(), shed, lost };
};

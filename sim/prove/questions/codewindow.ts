// C1: how many codes can be sent within any stretch of time that is as long as the window of sends.
// It plays a person who asks for codes at the worst instants and enters none of them rightly, tries every such play, and counts.
// Instants that matter are those at which something ends, and the millisecond before; a play too long for the search is said to be cut.
import type { Instance } from "../../../models/language/interpret.ts";
import { numberOf, type Reading } from "./reading.ts";
import { startMs } from "./standing.ts";

export interface CodeWindow {
  /** Codes within some stretch of that length. */
  readonly mostCodes: number | "endless";
  /** The search was cut: there may be more. */
  readonly isCut: boolean;
  readonly stretchMs: number;
  readonly limit: number;
}

interface Played {
  readonly instance: Instance;
  readonly atMs: number;
  readonly sent: number;
}

const stepsMost = 20_000;
// Every step of a play lies on the stack, which has run out at four times as many.
const depthMost = 500;

/** How an instance stands to the present: before a number is verified the law counts from events, never from the hour. */
const standingOf = ({ instance: { state, fields }, atMs }: Omit<Played, "sent">): string =>
  [
    state,
    ...Object.values(fields).map((value) =>
      typeof value === "number" && value > startMs ? Math.max(0, value - atMs) : value,
    ),
  ].join();

export function codeWindow(reading: Reading): CodeWindow {
  const stretchMs = Math.max(1, numberOf(reading, "codeSendWindow"));
  const search = { steps: 0, isCut: false };

  /** Asking now, or waiting for an instant at which it could make a difference. */
  const playsFrom = ({ instance, atMs }: Omit<Played, "sent">): readonly Played[] => {
    search.steps += 1;
    const { instance: asked, own } = reading.send("verification", instance, "code.requested", {}, atMs);
    const sent = own?.told === "code.sent" ? 1 : 0;
    const changes = sent > 0 || standingOf({ instance: asked, atMs }) !== standingOf({ instance, atMs });
    const ends = Object.values(instance.fields).filter((value) => typeof value === "number");
    const instants = new Set(ends.flatMap((value) => [value - 1, value]).filter((value) => value > atMs));
    return [
      ...(changes ? [{ instance: asked, atMs, sent }] : []),
      ...[...instants].map((later) => ({
        instance: reading.later("verification", instance, later),
        atMs: later,
        sent: 0,
      })),
    ];
  };

  const known = new Map<string, number>();
  /** The most codes that can still be sent before the stretch is over. */
  const most = (from: Omit<Played, "sent">, leftMs: number, depth: number): number => {
    const key = `${String(leftMs)} ${standingOf(from)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (search.steps > stepsMost || depth > depthMost) {
      search.isCut = true;
      return 0;
    }
    // Whoever comes back to where they were, at the same instant, got a code on the way: there is no end to it.
    known.set(key, Infinity);
    const codes = playsFrom(from)
      .map((play) => ({ play, rest: leftMs - (play.atMs - from.atMs) }))
      .filter(({ rest }) => rest > 0)
      .map(({ play, rest }) => play.sent + most(play, rest, depth + 1));
    const found = Math.max(0, ...codes);
    known.set(key, found);
    return found;
  };

  // The stretch may begin at any instant that a play can reach.
  const begun = new Set<string>();
  const waiting: Omit<Played, "sent">[] = [{ instance: reading.rest("verification"), atMs: startMs }];
  let mostCodes = 0;
  for (let from = waiting.shift(); from !== undefined && mostCodes < Infinity; from = waiting.shift()) {
    const standing = standingOf(from);
    if (begun.has(standing)) continue;
    begun.add(standing);
    mostCodes = Math.max(mostCodes, most(from, stretchMs, 0));
    if (search.isCut) break;
    waiting.push(...playsFrom(from));
  }
  return {
    mostCodes: mostCodes === Infinity ? "endless" : mostCodes,
    isCut: search.isCut && mostCodes < Infinity,
    stretchMs,
    limit: numberOf(reading, "codeSends"),
  };
}

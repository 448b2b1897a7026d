// C4: what becomes of a copy of a case's request that reaches the custodian, and the issuer, after the case was closed.
// It plays a case to its end, closes it at once, and then delivers the copies: now, and as late as they are still answered.
import { lasting, lastSo, type Lasting } from "./turningpoint.ts";
import { caseBegins, caseMoves, caseReading, closing, moved } from "./casestory.ts";
import type { World } from "../../../models/language/slice.ts";
import type { Reading } from "./reading.ts";

export interface RequestAfterTheEnd {
  /** Whether a case can be answered and closed at all. */
  readonly isClosed: boolean;
  /** The custodian's rule releases the records once more. */
  readonly released: boolean;
  /** Until how long after the approval. */
  readonly untilMs: Lasting;
  /** The code by which the authority, and the issuer, refuse what comes of it; empty where they do not. */
  readonly authorityRefuses: string;
  readonly issuerRefuses: string;
}

const unheard: RequestAfterTheEnd = {
  isClosed: false,
  released: false,
  untilMs: "never",
  authorityRefuses: "",
  issuerRefuses: "",
};

export function requestAfterTheEnd({ law, policy }: Reading): RequestAfterTheEnd {
  const reading = caseReading(law, policy);
  let world: World | undefined = caseBegins(reading, policy);
  for (const moves of [...caseMoves, [closing]])
    world = world === undefined ? undefined : moved(reading, world, moves)?.world;
  if (world === undefined) return unheard;
  const closed = world;
  const releases = (afterMs: number): boolean => {
    const later = afterMs === 0 ? closed : reading.wait(closed, afterMs)?.world;
    return later !== undefined && moved(reading, later, ["release"]) !== undefined;
  };
  const refusalOf = (moves: readonly string[]): string =>
    moves.map((move) => reading.make(closed, move)).find((made) => made !== undefined)?.refused ?? "";
  return {
    isClosed: true,
    released: releases(0),
    untilMs: lasting(lastSo(releases, 0), 0),
    authorityRefuses: refusalOf(["receive the release"]),
    issuerRefuses: refusalOf(["answer", "answer to nobody"]),
  };
}

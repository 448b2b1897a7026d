// C8: what the answer to a case learns when the person withdrew before, and which moment is the last at which withdrawing helps.
// It plays the same case again and again, with the withdrawal one move later each time, and looks whether the person is named.
// All moves happen at one instant, so that only their order decides.
import type { World } from "../../../models/language/slice.ts";
import { caseBegins, caseMoves, caseReading, messageOf, moved, withdrawal } from "./casestory.ts";
import type { Reading } from "./reading.ts";

export interface LeavingACase {
  /** Moments between the moves of a case at which the person withdrew; none where no case can be answered. */
  readonly moments: number;
  /** Those after which nobody was named. */
  readonly inTime: number;
  /** The message before which the last of them is; empty where there is none. */
  readonly decides: string;
  /** The records that the answer still counts then. */
  readonly counted: number;
  /** Whether the person is named when there is no withdrawal. */
  readonly namedOtherwise: boolean;
}

export function leavingACase({ law, policy }: Reading): LeavingACase {
  const reading = caseReading(law, policy);
  const begins = caseBegins(reading, policy);
  const played = (
    all: readonly (readonly string[])[],
  ): { readonly named: boolean; readonly counted: number } | undefined => {
    let world: World | undefined = begins;
    let counted = 0;
    for (const moves of all) {
      const made = world === undefined ? undefined : moved(reading, world, moves);
      if (made === undefined) return undefined;
      world = made.world;
      const answered = made.observed.find(({ kind }) => kind === "answered");
      if (answered !== undefined) counted = Number(answered.fields["records"]);
    }
    return { named: world?.variables["named"] === true, counted };
  };
  const outcomes = [...caseMoves.keys(), caseMoves.length].map((before) =>
    played([...caseMoves.slice(0, before), [withdrawal], ...caseMoves.slice(before)]),
  );
  const stories = outcomes.filter((one) => one !== undefined);
  const inTime = stories.filter(({ named }) => !named);
  const last = outcomes.findLastIndex((one) => one?.named === false);
  return {
    moments: stories.length,
    inTime: inTime.length,
    decides: messageOf(caseMoves[last]?.[0] ?? ""),
    counted: inTime.at(-1)?.counted ?? 0,
    namedOtherwise: played(caseMoves)?.named ?? false,
  };
}

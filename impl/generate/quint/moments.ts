/**
 * Prints what every Quint module of a slice knows of time: instants as ticks from now, and what can be reckoned with them.
 */
import { neverTicks } from "../../../models/language/cells.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { says, type Lines } from "./text.ts";

export const printMoments = ({ ticksADay, horizon }: Slice): Lines => [
  says(
    "An instant, in ticks from now: what is past is below nothing. Nothing is added to one that never comes.",
  ),
  "type Moment = int",
  `pure val NEVER = ${String(neverTicks)}`,
  "pure val SINCE_EVER = -NEVER",
  "pure val NOW = 0",
  "pure val ONE_TICK_ON = 1",
  `pure val TICKS_A_DAY = ${String(ticksADay)}`,
  says("Instants further back than this are all the same."),
  `pure val HORIZON = ${String(horizon)}`,
  "",
  "pure def later(moment: Moment, duration: Moment): Moment =",
  "  if (moment == NEVER or duration == NEVER) NEVER else moment + duration",
  "pure def reached(due: Moment, by: Moment): bool = due != NEVER and by >= due",
  "pure def older(moment: Moment): Moment = if (moment == NEVER) NEVER else moment - 1",
  "pure def clip(moment: Moment): Moment = if (moment < -HORIZON) -HORIZON else moment",
  "pure def least(one: int, other: int): int = if (one < other) one else other",
  "pure def latest(one: Moment, other: Moment): Moment = if (one > other) one else other",
  ...(ticksADay === 1
    ? [says("Every tick is a midnight."), "pure def startOfDay(moment: Moment): Moment = moment"]
    : [
        says("The midnight before; so many days are added because division rounds towards nothing."),
        "pure def startOfDay(moment: Moment, phase: int): Moment =",
        "  if (moment == NEVER) NEVER",
        "  else (moment + phase + NEVER * TICKS_A_DAY) / TICKS_A_DAY * TICKS_A_DAY - NEVER * TICKS_A_DAY - phase",
      ]),
  "",
];

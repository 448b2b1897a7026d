/**
 * The visits that the custodian has stored of one Seoul day, as its own view over the live days shows them.
 * Trials that live on a day of their own read their visit there. Nothing of a visit is opened.
 */
import { Effect } from "effect";
import { dateOf } from "../../../impl/custodian/visittable.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Look } from "./storedrows.ts";

/** The Seoul day of an instant, as the custodian writes days. */
export const dateOfDay = (atMs: number): string => dateOf(seoulDay(atMs));

/** All visits of the day of an instant, with their instants earlier by so much. */
export const visitsOfDay = (look: Look, atMs: number, shiftMs: number): Effect.Effect<readonly Instance[]> =>
  Effect.map(look("visit", ["state", "eraseAt", "late"], `day = '${dateOfDay(atMs)}'`), (rows) =>
    rows.map(([state, eraseAt, late]) => ({
      state: String(state),
      fields: { eraseAt: Number(eraseAt) - shiftMs, late: Number(late) === 1 },
    })),
  );

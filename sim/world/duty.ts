// Which venues keep the log on a day: those whose kind has the duty on that day, and those that do so by choice.
// A visit to any other is made and written nowhere; there nobody asks for a pass.
// Duties begin and end at midnight in Seoul; who keeps the log by choice keeps it on every day.
import type { VenueKind, Venues } from "./venues.ts";

const hasDuty = ({ duty }: VenueKind, dayStartsAtMs: number): boolean =>
  duty !== undefined &&
  dayStartsAtMs >= (duty.from ?? -Infinity) &&
  !(dayStartsAtMs >= (duty.until ?? Infinity));

/** By kind, 1 where it is a duty on the day that begins at this instant. */
export const dutiesOn = ({ kinds }: Venues, dayStartsAtMs: number): Uint8Array =>
  Uint8Array.from(kinds, (kind) => (hasDuty(kind, dayStartsAtMs) ? 1 : 0));

export const keepsLog = ({ kind, byChoice }: Venues, duties: Uint8Array, venue: number): boolean =>
  duties[kind[venue] ?? 0] === 1 || byChoice[venue] === 1;

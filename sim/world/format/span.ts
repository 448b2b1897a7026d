// Times as people write them, and as the world uses them: "28d", "60m to 150m", "18:00 to 02:00", "2020-07-01".
// They are decoded to whole milliseconds; a day and a date mean Asia/Seoul, nine hours ahead of UTC all year (clause C2).
// Nothing here reads a clock, and nothing is accepted that would not be a whole number of milliseconds.
import { Effect, Schema, SchemaGetter, SchemaIssue } from "effect";
import { millisecondsADay, seoulOffset } from "../../../models/policy.ts";
import { durationMs } from "../../../models/settings.ts";

/** A day of life begins at 05:00: nights out belong to the evening they began on. */
export const dayBreakMs = 5 * 3_600_000;

const clockMs = (text: string): number | undefined => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59)
    return undefined;
  const atMs = Number(hour) * 3_600_000 + Number(minute) * 60_000;
  return atMs <= millisecondsADay ? atMs : undefined;
};

const instantMs = (text: string): number | undefined => {
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text.trim()) ?? [];
  if (date === undefined) return undefined;
  const midnightMs = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnightMs) || new Date(midnightMs).toISOString().slice(0, 10) !== date) return undefined;
  const timeMs = clock === undefined ? 0 : clockMs(clock);
  return timeMs === undefined ? undefined : midnightMs + timeMs - seoulOffset;
};

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const spanMs = (text: string): Span | undefined => {
  const [from, to, ...rest] = text.split(" to ").map(durationMs);
  return from === undefined || to === undefined || rest.length > 0 || from > to
    ? undefined
    : { fromMs: from, toMs: to };
};

/** Opening hours counted from the midnight before they begin; closing may lie after the next midnight. */
const hoursMs = (text: string): Span | undefined => {
  const [from, to, ...rest] = text.split(" to ").map(clockMs);
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const toMs = to <= from ? to + millisecondsADay : to;
  const allowed = from >= dayBreakMs && from <= 23 * 3_600_000 && toMs <= millisecondsADay + dayBreakMs;
  return allowed ? { fromMs: from, toMs } : undefined;
};

const written = <To extends Schema.Constraint>(
  to: To,
  expected: string,
  parse: (text: string) => To["Encoded"] | undefined,
) =>
  Schema.String.annotate({ expected }).pipe(
    Schema.decodeTo(to, {
      decode: SchemaGetter.transformEffect((text: string) => {
        const value = parse(text);
        return value === undefined
          ? Effect.fail(new SchemaIssue.InvalidValue({ expected }))
          : Effect.succeed(value);
      }),
      encode: SchemaGetter.forbiddenEncoding,
    }),
  );

const SpanMs = Schema.Struct({ fromMs: Schema.Number, toMs: Schema.Number });

/** "15s", "10m", "28d": whole milliseconds. */
export const DurationMs = written(
  Schema.Number,
  'a length of time such as "15s", "10m" or "28d"',
  durationMs,
);
/** "60m to 150m": the shorter one first. */
export const DurationSpan = written(
  SpanMs,
  'two lengths of time, the shorter first, such as "60m to 150m"',
  spanMs,
);
/** "18:00 to 02:00": milliseconds after the midnight before opening. */
export const OpeningHours = written(
  SpanMs,
  'opening hours such as "18:00 to 02:00", opening from 05:00 to 23:00 and closing by 05:00',
  hoursMs,
);
/** "2020-07-01": the first instant of that day in Seoul. */
export const SeoulDate = written(Schema.Number, 'a date such as "2020-07-01"', (text) =>
  text.trim().length === 10 ? instantMs(text) : undefined,
);
/** "2020-07-20 09:00" or a date alone, in Seoul. */
export const SeoulInstant = written(
  Schema.Number,
  'a date such as "2020-07-20", or with a time such as "2020-07-20 09:00"',
  instantMs,
);

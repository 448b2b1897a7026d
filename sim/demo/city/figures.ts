// The daily figures of the city's epidemic, as Our World in Data publishes such: one run of the simulator at the policy level, told day by day.
// The run is made once, when the city is first opened, and kept in its folder; its days are dated by the country's clock, two months of them past.
// It knows nobody: a run has figures of days and no people of the demonstration. Of deaths and tests it says nothing, because no run counts them.
import { Clock, Effect, FileSystem, Schema } from "effect";
import { millisecondsADay } from "../../../models/policy.ts";
import { dateOf } from "../../results/seouldate.ts";
import { simulatePolicy } from "../../policy/simulated.ts";
import { prepare } from "../../preparing.ts";
import { figuresFile, nationOfFigures } from "./figuresfile.ts";

const Epidemic = Schema.fromJsonString(
  Schema.Struct({ firstDayMs: Schema.Int, reported: Schema.Array(Schema.Int) }),
);
type Epidemic = typeof Epidemic.Type;
const decode = Schema.decodeUnknownEffect(Epidemic);
const encode = Schema.encodeSync(Epidemic);

const daysBefore = 60;
const daysInAll = 180;
const lookEvery = "10 seconds";

const lived = Effect.fnUntraced(function* (folder: string) {
  const prepared = yield* prepare({
    scenario: "default",
    level: "policy",
    workers: 1,
    days: daysInAll,
    set: {},
    out: folder,
    durability: "normal",
  });
  const run = yield* simulatePolicy(
    prepared,
    () => undefined,
    () => false,
  );
  const firstDayMs = (yield* Clock.currentTimeMillis) - daysBefore * millisecondsADay;
  return { firstDayMs, reported: run.days.map(({ reported = 0 }) => reported) } satisfies Epidemic;
});

/** The epidemic in a folder, lived through now if it was not before. */
const epidemicIn = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const file = `${folder}/epidemic.json`;
  if (yield* files.exists(file)) return yield* Effect.orDie(decode(yield* files.readFileString(file)));
  const epidemic = yield* lived(folder);
  yield* files.writeFileString(file, encode(epidemic));
  return epidemic;
});

/** The file of all days that are over. */
export const figuresUntil = ({ firstDayMs, reported }: Epidemic, nowMs: number): string => {
  const days = Math.min(reported.length, Math.floor((nowMs - firstDayMs) / millisecondsADay));
  let total = 0;
  const rows = reported.slice(0, Math.max(0, days)).map((count, day) => {
    total += count;
    return `KOR,Asia,${nationOfFigures},${dateOf(firstDayMs, day)},${String(total)},${String(count)},,,\n`;
  });
  return `iso_code,continent,location,date,total_cases,new_cases,total_deaths,total_tests,new_tests\n${rows.join("")}`;
};

/** Writes the figures, and again whenever a day is over. */
export const publishFigures = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const epidemic = yield* epidemicIn(folder);
  const file = figuresFile(folder);
  let written = "";
  const publish = Effect.gen(function* () {
    const figures = figuresUntil(epidemic, yield* Clock.currentTimeMillis);
    if (figures === written) return;
    // Whole or not at all: the board may be reading it.
    yield* files.writeFileString(`${file}.part`, figures);
    yield* files.rename(`${file}.part`, file);
    written = figures;
  });
  return yield* Effect.forever(Effect.andThen(publish, Effect.sleep(lookEvery)));
});

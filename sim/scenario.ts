// A scenario: the JSON or YAML file in which a manager describes a virtual city, and its one reader.
// The command line reads a file with it, and the world is made from what it gives; durations come out in milliseconds.
// It refuses anything it does not know, and tells every mistake of a file at once, by place, finding and expectation.
import { Result, Schema, SchemaParser } from "effect";
import { Calendar, DemandFigures, Diary } from "./world/format/city.ts";
import { consistent } from "./world/format/consistent.ts";
import {
  BehaviourFigures,
  CrisisFigures,
  InvestigationFigures,
  MeasuredFigures,
  OutbreakFigures,
  PolicyChoice,
} from "./world/format/events.ts";
import { Text } from "./world/format/figure.ts";
import { Calibration, Thresholds } from "./world/format/goals.ts";
import { takeOver } from "./world/format/like.ts";
import { mistakesOf, ScenarioInvalid } from "./world/format/mistakes.ts";
import { PeopleFigures } from "./world/format/people.ts";
import { readPlain } from "./world/format/plaintext.ts";
import { CapacityFigures, Faults } from "./world/format/serving.ts";
import { VenueFigures } from "./world/format/venues.ts";

export { ScenarioInvalid, sentence, type Mistake } from "./world/format/mistakes.ts";

export const scenarioSchemaVersion = 2;

export const Scenario = Schema.Struct({
  schemaVersion: Schema.Literal(scenarioSchemaVersion),
  name: Text,
  about: Text,
  calendar: Calendar,
  people: PeopleFigures,
  venues: VenueFigures,
  demand: DemandFigures,
  behaviour: BehaviourFigures,
  outbreak: OutbreakFigures,
  investigation: InvestigationFigures,
  crisis: CrisisFigures,
  policy: PolicyChoice,
  measured: MeasuredFigures,
  diary: Schema.optionalKey(Diary),
  capacity: Schema.optionalKey(CapacityFigures),
  faults: Schema.optionalKey(Faults),
  thresholds: Schema.optionalKey(Thresholds),
  calibration: Schema.optionalKey(Calibration),
}).check(consistent);
export type Scenario = typeof Scenario.Type;

const decode = SchemaParser.decodeUnknownResult(Scenario, { errors: "all", onExcessProperty: "error" });

export interface ScenarioRead {
  readonly scenario: Scenario;
  /** The scenario as a file that is like no other: with all that it took over. */
  readonly whole: string;
}

/** Reads the text of a scenario file; `shipped` holds the texts that it may be like, by name. */
export const readWholeScenario = (
  text: string,
  shipped: ReadonlyMap<string, string>,
): Result.Result<ScenarioRead, ScenarioInvalid> =>
  readPlain(text).pipe(
    Result.flatMap((plain) => takeOver(plain, shipped)),
    Result.flatMap((value) =>
      Result.mapBoth(decode(value), {
        onSuccess: (scenario) => ({ scenario, whole: `${JSON.stringify(value, null, 2)}\n` }),
        onFailure: (issue) => new ScenarioInvalid({ mistakes: mistakesOf(issue, value) }),
      }),
    ),
  );

export const readScenario = (
  text: string,
  shipped: ReadonlyMap<string, string> = new Map(),
): Result.Result<Scenario, ScenarioInvalid> =>
  Result.map(readWholeScenario(text, shipped), ({ scenario }) => scenario);

// A scenario: the JSON file in which a manager describes a virtual city, and its one reader.
// The command line reads a file with it, and the world is made from what it gives; durations come out in milliseconds.
// It refuses anything it does not know, and tells every mistake of a file at once, by place, finding and expectation.
import { Result, Schema, SchemaParser } from "effect";
import { Calendar, DemandFigures, PeopleFigures, VenueFigures } from "./world/format/city.ts";
import {
  BehaviourFigures,
  CrisisFigures,
  InvestigationFigures,
  MeasuredFigures,
  OutbreakFigures,
  PolicyChoice,
} from "./world/format/events.ts";
import { Text } from "./world/format/figure.ts";
import { mistakesOf, ScenarioInvalid } from "./world/format/mistakes.ts";
import { syntaxMistake } from "./world/format/syntax.ts";

export { ScenarioInvalid, sentence, type Mistake } from "./world/format/mistakes.ts";

export const scenarioSchemaVersion = 1;

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
});
export type Scenario = typeof Scenario.Type;

const decode = SchemaParser.decodeUnknownResult(Scenario, { errors: "all", onExcessProperty: "error" });
const parse = SchemaParser.decodeUnknownResult(Schema.fromJsonString(Schema.Unknown));

/** Reads the text of a scenario file. */
export const readScenario = (text: string): Result.Result<Scenario, ScenarioInvalid> => {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const syntax = syntaxMistake(plain);
  if (syntax !== undefined) return Result.fail(new ScenarioInvalid({ mistakes: [syntax] }));
  const json = Result.getOrUndefined(parse(plain));
  return Result.mapError(decode(json), (issue) => new ScenarioInvalid({ mistakes: mistakesOf(issue, json) }));
};

/**
 * The form of one test case, as data: what is created, and the instants and events that follow.
 * Generators in cases/ make them, run.ts runs them, kept failures are files of them. What must come out stands in no case:
 * the models say it at every step. A case's id is derived from what it covers and stays as long as that does.
 */
import { Schema } from "effect";
import { presetNames } from "../../models/policy.ts";
import type { Value } from "../../models/language/expression.ts";

const ValueForm = Schema.NullOr(Schema.Union([Schema.Finite, Schema.String, Schema.Boolean]));
const ValuesForm: Schema.Codec<Readonly<Record<string, Value>>> = Schema.Record(Schema.String, ValueForm);

export const InstanceForm = Schema.Struct({ state: Schema.String, fields: ValuesForm });
export const StandingsForm = Schema.Record(Schema.String, InstanceForm);
export const EventForm = Schema.Struct({ type: Schema.String, given: ValuesForm });

export const SubjectForm = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("lifecycle"),
    machine: Schema.String,
    preset: Schema.Literals(presetNames),
  }),
  Schema.Struct({
    kind: Schema.Literal("party"),
    party: Schema.String,
    preset: Schema.Literals(presetNames),
    standings: StandingsForm,
  }),
]);

export const caseKinds = ["transition", "pair", "deadline", "not-allowed", "answer", "model-run"] as const;

const StepForm = Schema.Struct({
  /** The instant in whole milliseconds; the clock is set to it first. */
  now: Schema.Int,
  /** Without one somebody only looks. */
  event: Schema.optionalKey(EventForm),
});

const CaseForm = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(caseKinds),
  /** Transitions, or answers of a rule, that it is there for. */
  covers: Schema.Array(Schema.String),
  subject: SubjectForm,
  steps: Schema.Array(StepForm),
  /** Why a failing case was kept. */
  found: Schema.optionalKey(Schema.String),
});

export type Step = typeof StepForm.Type;
export type Case = typeof CaseForm.Type;
export type CaseKind = Case["kind"];

const AsText = Schema.fromJsonString(CaseForm);
/** A case from the text of its file. */
export const readCase = Schema.decodeUnknownEffect(AsText);
export const encodeCase = Schema.encodeSync(CaseForm);
/** A case as the text of a file. */
export const writeCase = (one: Case): string => `${JSON.stringify(encodeCase(one), null, 2)}\n`;

/**
 * The form of a promise: its id, clauses and prose, and either a judge for some kinds of observations or who must not know what.
 * It takes unknown values, as the forms of machines and rules do; what a promise computes from this form is not part of it.
 * What its conditions mean is judged in promises.ts, after this.
 */
import { isObservedKind } from "../../observations.ts";
import type { Ignorance, Judges } from "../../properties/property.ts";
import { parties } from "../../system.ts";
import { clauses, party, sentence } from "./evidenceform.ts";
import { condition } from "./expressionform.ts";
import { codeName } from "./fieldsform.ts";
import { at, found, shown, type Finding } from "./finding.ts";
import { dictionary, isRecord, list, may, need, one, record, text, type Shape } from "./shape.ts";

/** A promise as it is written down. */
export interface WrittenPromise {
  readonly id: string;
  readonly judges?: Judges;
  readonly knows?: Ignorance;
}

const observedKind = (kind: string, place: string): readonly Finding[] =>
  isObservedKind(kind)
    ? []
    : [found("unknown-observation", place, `Nobody observes ${shown(kind)} with fields to judge.`)];

const judge: Shape = record({ when: may(condition), then: need(condition) });

const parts: Shape = record({
  id: need(codeName),
  clauses,
  prose: sentence,
  clock: need(one([...parties, "none"], "party-unknown")),
  trace: need(one(["durable", "witness"])),
  grade: need(text()),
  judges: may(dictionary(judge, observedKind)),
  knows: may(record({ party: need(party), mustNotKnow: need(list(text(), "empty-list")) })),
});

const isEmpty = (judges: unknown): boolean =>
  judges === undefined || (isRecord(judges) && Object.keys(judges).length === 0);

export const promiseForm: Shape = (value, place) => [
  ...parts(value, place),
  ...(isRecord(value) && isEmpty(value["judges"]) && value["knows"] === undefined
    ? [found("empty-list", at(place, "judges"), "It judges nothing.")]
    : []),
];

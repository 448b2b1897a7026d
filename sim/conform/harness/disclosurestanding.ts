/**
 * Where a case of the authority stands, in the words and instants of the law: as the authority shows it to an officer of it, and as it
 * has stored it. What is shown lets what is due fire first; what is stored is looked at through a second connection and changes nothing.
 */
import { Effect } from "effect";
import { disclosure } from "../../../models/disclosure.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { OfficerName, CaseSteps, OpenedCase } from "./disclosuresteps.ts";
import { rowOf } from "./rows.ts";
import type { Look } from "./storedrows.ts";

const rest: Instance = { state: disclosure.initial, fields: disclosure.context };

const inOrder = ({ state, fields }: Instance): string =>
  JSON.stringify([state, ...Object.keys(disclosure.meta.fields).map((name) => fields[name])]);

/** Where what is stored is another case than foreseen. */
export const wrongCase = (foreseen: Instance, stored: Instance): readonly string[] =>
  inOrder(foreseen) === inOrder(stored)
    ? []
    : [`this row should be stored: ${inOrder(foreseen)}, and this is: ${inOrder(stored)}`];

export const makeCaseStandings = (look: Look, steps: CaseSteps) => ({
  /** As the authority shows it to this officer, with its instants earlier by so much. */
  shown: Effect.fnUntraced(function* (opened: OpenedCase, officer: OfficerName, shiftMs: number) {
    const view = yield* steps.view(opened, officer);
    if (view === undefined) return rest;
    const instant = (seenMs: number | null) => (seenMs === null ? null : seenMs - shiftMs);
    const { state, ground, requestedBy, approvedBy, lapsesAtMs, answerEndsAtMs } = view;
    const found: Instance = {
      state,
      fields: {
        requestedBy: steps.nameOf(requestedBy),
        approvedBy: steps.nameOf(approvedBy),
        ground,
        lapseAt: instant(lapsesAtMs),
        answerEndsAt: instant(answerEndsAtMs),
      },
    };
    return found;
  }),
  stored: Effect.fnUntraced(function* ({ caseId }: OpenedCase, shiftMs: number) {
    const { state, fields } = yield* rowOf(look, disclosure.id, caseId, shiftMs);
    const named = (name: string) => {
      const officer = fields[name];
      return typeof officer === "string" ? steps.nameOf(Number(officer)) : null;
    };
    const found: Instance = {
      state,
      fields: { ...fields, requestedBy: named("requestedBy"), approvedBy: named("approvedBy") },
    };
    return found;
  }),
});

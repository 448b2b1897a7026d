// A refusal beside what caused it: one sentence and what to do, also for screen readers as soon as it is there.
// A field names it by its id, so that it is read with the field.
import { h, type ComponentChild } from "preact";
import type { Met } from "../../page/client/ask.ts";
import { tell } from "../../page/client/told.ts";
import type { Reader } from "../../page/language.ts";

export interface RefusalProps {
  readonly met: Met | undefined;
  readonly reader: Reader;
  readonly id?: string;
}

export const Refusal = ({ met, reader, id }: RefusalProps): ComponentChild => {
  if (met === undefined) return null;
  const { sentence, advice } = tell(met, reader);
  return h("p", { class: "note warning", role: "alert", id }, `${sentence} ${advice}`);
};

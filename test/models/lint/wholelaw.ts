/**
 * Asks the linter about a whole law of unknown form, as a change has left it.
 * A part that is no list any more counts as an empty one; the corpus changes what is inside the lists.
 */
import { lintLaw, type Finding } from "../../../models/language/lint.ts";
import { isList, isRecord } from "../../../models/language/lint/shape.ts";

const listOf = (law: unknown, part: string): readonly unknown[] => {
  const value = isRecord(law) ? law[part] : undefined;
  return isList(value) ? value : [];
};

export const lintChanged = (law: unknown): readonly Finding[] =>
  lintLaw(listOf(law, "machines"), listOf(law, "rules"), {
    messages: listOf(law, "messages"),
    channels: listOf(law, "channels"),
    policy: isRecord(law) ? law["policy"] : undefined,
    promises: listOf(law, "promises"),
  });

/**
 * The form of a rule: trigger, instances, refusals, steps and messages, each with the parts that rule.ts names.
 * It takes unknown values, as the form of machines does.
 * A rule that passes has the type `Rule`; what it means is judged in rules.ts, after this.
 */
import { clauses, party, sentence } from "./evidenceform.ts";
import { condition, term } from "./expressionform.ts";
import { codeName, dottedName, fields, plainName } from "./fieldsform.ts";
import { dictionary, list, may, need, record, text, type Shape } from "./shape.ts";

const refusal: Shape = record({
  code: need(codeName),
  when: need(condition),
  says: sentence,
  clauses,
});

const step: Shape = record({
  instance: need(text()),
  event: need(text()),
  with: may(dictionary(term, () => [])),
  when: may(condition),
});

export const ruleForm: Shape = record({
  id: need(dottedName),
  party: need(party),
  description: sentence,
  clauses,
  trigger: need(record({ name: need(text()), from: need(party), fields: need(fields) })),
  instances: need(dictionary(record({ machine: need(text()), decidedAt: may(term) }), plainName)),
  refusals: need(list(refusal)),
  steps: need(list(step)),
  sends: need(list(text())),
  sendsWhenTold: may(text()),
});

/**
 * Prints what happens to one form of lifecycle between moves: it rests, grows older, is put in order, or is given back as it was.
 * Putting in order is the normal form of compose.ts: what is gone says nothing, and beyond the horizon nothing is told apart.
 */
import { printAtRest, type Form } from "./forms.ts";
import type { Page } from "./page.ts";
import { stateName } from "./terms.ts";
import { comment, inline, sequence } from "./text.ts";

const instantsOf = (form: Form): readonly string[] =>
  form.fields.filter(([, { kind }]) => kind === "instant").map(([name]) => name);

/** Whether anything of an instance has to be put in order after a move. */
export const isPutInOrder = ({ machine, fields }: Form): boolean =>
  fields.some(([, { kind }]) => kind === "instant") ||
  Object.values(machine.states).some(({ meta }) => meta.gone === true);

export const printResting = (form: Form): readonly string[] => {
  const { machine, name, fields } = form;
  const rest = [
    [`it.state = ${stateName(machine, machine.initial)}`],
    ...fields.map(([field, how]) => [`it.${field} = ${printAtRest(how)}`]),
  ];
  const gone = Object.entries(machine.states).flatMap(([state, { meta }]) =>
    meta.gone === true ? [`it.state == ${stateName(machine, state)}`] : [],
  );
  const instants = instantsOf(form);
  const order = [
    ...(gone.length === 0
      ? []
      : [["if", `:: ${gone.join(" || ")} -> rest${name}(it)`, ":: else -> skip", "fi"]]),
    ...instants.map((field) => [`clip(it.${field})`]),
  ];
  return [
    comment(`A ${machine.id} of which nothing has been said.`),
    ...inline(`rest${name}`, ["it"], sequence(rest)),
    ...(order.length === 0
      ? []
      : [
          comment(
            `What is gone is no row any more, and what is older than the horizon is as old as the horizon.`,
          ),
          ...inline(`order${name}`, ["it"], sequence(order)),
        ]),
    ...(instants.length === 0
      ? []
      : inline(`age${name}`, ["it"], sequence(instants.map((field) => [`older(it.${field})`])))),
  ];
};

/** A token carries its own time: where it was refused it is as it was before it was looked at. */
export const printKeeping = (form: Form, page: Page): readonly string[] => {
  const { machine, name, fields } = form;
  if (machine.meta.keptAs !== "token") return [];
  const kept = [
    ["state", "byte"] as const,
    ...fields.map(([field, { kind }]) => [field, kind === "instant" ? "short" : "int"] as const),
  ];
  const names = kept.map(([field, type]) => [field, page.scratch(type, `kept${name}_${field}`)] as const);
  return [
    comment(`A ${machine.id} that was refused is given back as it was: nobody has written anything down.`),
    ...inline(`keep${name}`, ["it"], sequence(names.map(([field, aside]) => [`${aside} = it.${field}`]))),
    ...inline(`giveBack${name}`, ["it"], sequence(names.map(([field, aside]) => [`it.${field} = ${aside}`]))),
  ];
};

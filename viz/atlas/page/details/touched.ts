// What a clause or a promise touches, as buttons that lead there: states and transitions by machine, rules, numbers, promises.
// The panel and the view of clauses both list it.
import { words as lawWords } from "../../../../models/labels/labels.ts";
import type { AtlasData } from "../../data.ts";
import type { Touched } from "../../touching.ts";
import { add, addFact, type Html } from "../../../html.ts";
import type { Reader } from "../views/view.ts";
import { addPick } from "./pick.ts";
import { wordsOf } from "../words.ts";

/** A state or transition in a few words: its machine, and what it is. */
function placeSaid(data: AtlasData, id: string, language: Reader["language"]): string | undefined {
  for (const machine of data.machines) {
    const nameOf = (wanted: string) =>
      machine.states.find((state) => state.id === wanted)?.name[language] ?? wanted;
    const one = machine.transitions.find((transition) => transition.id === id);
    if (one !== undefined)
      return `${machine.name[language]}: ${nameOf(one.source)} → ${nameOf(one.target)} (${one.label[language]})`;
    const state = machine.states.find((candidate) => `${machine.id}.${candidate.id}` === id);
    if (state !== undefined) return `${machine.name[language]}: ${state.name[language]}`;
  }
  return undefined;
}

export function addTouched(parent: Html, { data, language }: Reader, touched: Touched): void {
  const words = wordsOf[language];
  const law = lawWords(language);
  const facts = add(parent, "dl", "touched");
  const list = (
    title: string,
    ids: readonly string[],
    pick: (id: string) => string,
    say: (id: string) => string,
  ) => {
    if (ids.length === 0) return;
    const fact = addFact(facts, `${title} (${String(ids.length)})`);
    for (const id of ids) addPick(fact, pick(id), say(id));
  };
  list(
    words.places,
    touched.places,
    (id) => id,
    (id) => placeSaid(data, id, language) ?? id,
  );
  list(
    words.rules,
    touched.rules,
    (id) => `rule:${id}`,
    (id) => law.rule(id),
  );
  list(
    words.promises,
    touched.promises,
    (id) => `promise:${id}`,
    (id) => law.promise(id),
  );
  if (touched.numbers.length > 0) {
    const fact = addFact(facts, `${words.numbers} (${String(touched.numbers.length)})`);
    for (const id of touched.numbers)
      add(fact, "div", "", law.constant(id) === id ? law.set(id) : law.constant(id));
  }
}

export const isUntouched = ({ places, rules, numbers, promises }: Touched): boolean =>
  places.length + rules.length + numbers.length + promises.length === 0;

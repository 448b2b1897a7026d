// What passed through a state or transition: how often each suite of tests met it, and how often the last simulation used it.
// Without a file nothing is said; with one, something that was never met says so.
import { add, addFact, type Html } from "../../../html.ts";
import { isKnown, suitesThatMet, timesMet } from "../met.ts";
import { wordsOf } from "../words.ts";
import type { Explained } from "./explained.ts";

/** `id` is that of a transition, or of a state as `visit:recorded`. */
export function addShown(parent: Html, { data: { evidence }, language }: Explained, id: string): void {
  const words = wordsOf[language];
  const facts = add(parent, "dl", "shown");
  const say = (times: number): string =>
    times === 0 ? words.never : `${times.toLocaleString(language)} ${words.times}`;
  if (isKnown(evidence, "simulation"))
    addFact(facts, words.usedBySimulation).text(say(timesMet(evidence, id, "simulation")));
  if (!isKnown(evidence, "tests")) return;
  const tests = addFact(facts, words.metByTests);
  const suites = suitesThatMet(evidence, id);
  if (suites.length === 0) tests.text(words.never);
  for (const [suite, times] of suites) {
    const line = add(tests, "div");
    add(line, "code", "", suite);
    add(line, "span", "quiet", ` ${say(times)}`);
  }
}

// What passed through a state or transition: how often each suite of tests met it, and how often the last simulation used it.
// Without a file of coverage nothing is said; with one, something that was never met says so.
import { add, addFact, type Html } from "../html.ts";
import { timesMet } from "../met.ts";
import { wordsOf } from "../words.ts";
import type { Explained } from "./explained.ts";

export function addShown(
  parent: Html,
  { data, language }: Explained,
  by: Readonly<Record<string, number>> | undefined,
): void {
  const { coverage } = data.evidence;
  if (coverage === undefined) return;
  const words = wordsOf[language];
  const facts = add(parent, "dl", "shown");
  const met = Object.entries(by ?? {}).filter(([, times]) => times > 0);
  const say = (times: number): string => `${times.toLocaleString(language)} ${words.times}`;
  const simulated = timesMet(coverage, by, "simulation");
  const tested = met.filter(([source]) => coverage.kinds[source] === "test");
  addFact(facts, words.usedBySimulation).text(simulated === 0 ? words.never : say(simulated));
  const tests = addFact(facts, words.metByTests);
  if (tested.length === 0) tests.text(words.never);
  for (const [source, times] of tested) {
    const line = add(tests, "div");
    add(line, "code", "", source);
    add(line, "span", "quiet", ` ${say(times)}`);
  }
}

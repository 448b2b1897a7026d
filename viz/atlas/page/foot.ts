// Where the page comes from, at its foot: the law it draws, the run it shows with its seed and day, and the command that draws it again.
// On paper it stands at the end of everything.
import type { AtlasData, Language } from "../data.ts";
import { add, addFact, type Html } from "../../html.ts";
import { wordsOf } from "./words.ts";

export function addFoot(
  parent: Html,
  { lawHash, commit, evidence: { run } }: AtlasData,
  language: Language,
): void {
  const words = wordsOf[language];
  const foot = add(parent, "footer", "provenance");
  add(foot, "h2", "", words.provenance);
  const facts = add(foot, "dl", "manifest");
  const fact = (name: string, value: string): void => {
    add(addFact(facts, name), "code", "", value);
  };
  fact(words.lawHash, lawHash);
  if (commit !== undefined) fact(words.commit, commit);
  if (run !== undefined) {
    fact(words.ranOn, run.ranOn);
    fact(words.seed, String(run.seed));
    if (run.traceHash !== undefined) fact(words.traceHash, run.traceHash);
  }
  fact(words.drawnWith, `npm run -s entrylog -- atlas${commit === undefined ? "" : " --commit"}`);
}

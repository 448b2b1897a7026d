/**
 * Says aloud what a field of a message is made of: a thing by its name, what is sealed with its keys, a hash with what is in it.
 * The atlas shows it at every message; what follows from it for a party is knowledge.ts's business.
 */
import type { KnowledgeTerm } from "../messages.ts";
import { words, type Language } from "./labels.ts";
import { grammars } from "./spokenterm.ts";

export function sayKnowledge(term: KnowledgeTerm, language: Language): string {
  const { knowledge } = words(language);
  switch (term.kind) {
    case "atom":
      return knowledge(term.name);
    case "share":
      return knowledge(`share.${term.officer}`);
    case "digest":
      return grammars[language].hash(term.of.map((inner) => sayKnowledge(inner, language)));
    case "sealed": {
      const keys = [knowledge(term.under)];
      let holds = term.holds;
      for (let inner = holds[0]; inner?.kind === "sealed" && holds.length === 1; inner = holds[0]) {
        keys.unshift(knowledge(inner.under));
        holds = inner.holds;
      }
      return grammars[language].sealed(
        holds.map((inner) => sayKnowledge(inner, language)),
        keys,
      );
    }
  }
}

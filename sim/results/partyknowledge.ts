// Who knew what in a run: by party what the messages of the law let it have, what its role forbids, and what a search of its stores found.
// Every level says it from the models alone; where there are real stores, what was found in them takes a promise back.
// It derives nothing itself: models/knowledge.ts does.
import { knowledgeOf } from "../../models/knowledge.ts";
import type { PartyName } from "../../models/language/rule.ts";
import { partyRegister } from "../../models/parties.ts";
import { properties } from "../../models/properties.ts";
import type { PartyKnowledge } from "./findings.ts";

export interface SearchedStores {
  readonly party: PartyName;
  readonly files: number;
  /** Atoms of knowledge that were looked for, and those that were there. */
  readonly lookedFor: readonly string[];
  readonly found: readonly string[];
}

const isParty = (name: string): name is PartyName => Object.hasOwn(partyRegister, name);

/** Of all parties, in the order of the law. */
export const partyKnowledge = (
  searches: readonly SearchedStores[] = [],
): readonly (typeof PartyKnowledge.Type)[] =>
  Object.keys(partyRegister)
    .filter(isParty)
    .map((party) => {
      const knows = knowledgeOf([party]);
      const searched = searches.find((one) => one.party === party);
      const forbidden = properties.flatMap((property) =>
        property.knows?.party === party ? property.knows.mustNotKnow : [],
      );
      return {
        party,
        knows: [...knows].toSorted(),
        neverHeld: forbidden.filter((atom) => !knows.has(atom) && searched?.found.includes(atom) !== true),
        ...(searched === undefined
          ? {}
          : { searched: { files: searched.files, lookedFor: searched.lookedFor, found: searched.found } }),
      };
    });

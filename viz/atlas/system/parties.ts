// The parties for the page: what each is, keeps, must never know, and could know at the most.
// content.ts puts them into the page's data; the overview and the panel show them.
// What a party could know is derived by the law's own rules from what it is told, never declared.
import { threats as koreanThreats } from "../../../models/labels/ko/threats.ts";
import { knowledgeOf } from "../../../models/knowledge.ts";
import type { PartyName } from "../../../models/language/rule.ts";
import { machineOf } from "../../../models/machines.ts";
import { partyRegister } from "../../../models/parties.ts";
import { properties } from "../../../models/properties.ts";
import { instances, parties } from "../../../models/system.ts";
import { ofParties } from "../../../models/threats/parties.ts";
import { labels } from "../labels.ts";
import type { PartyData } from "./data.ts";

const hasFiles = (party: PartyName): party is PartyName & keyof typeof ofParties =>
  Object.hasOwn(ofParties, party);

function filesOf(party: PartyName): Pick<PartyData, "files"> {
  if (!hasFiles(party)) return {};
  const [en, ko] = [ofParties[party], koreanThreats[party]];
  return {
    files: {
      tell: { en: en.learns, ko: ko.learns },
      doNotTell: { en: en.cannot, ko: ko.cannot },
    },
  };
}

function partyData(party: PartyName): PartyData {
  const { says, in2020, clauses } = partyRegister[party];
  return {
    id: party,
    name: labels.party(party),
    says: labels.description(says),
    in2020: labels.description(in2020),
    clauses,
    keeps: instances
      .filter((one) => one.party === party)
      .map(({ machine }) => ({
        machine,
        fields: Object.keys(machineOf(machine)?.meta.fields ?? {}).map((field) =>
          labels.field(machine, field),
        ),
      })),
    ...filesOf(party),
    mustNotKnow: properties.flatMap(({ id, prose, clauses: behind, knows }) =>
      knows?.party === party
        ? [
            {
              promise: id,
              says: labels.description(prose),
              clauses: behind,
              of: knows.mustNotKnow.map(labels.knowledge),
            },
          ]
        : [],
    ),
    canKnow: [...knowledgeOf([party])].map(labels.knowledge),
  };
}

export const partyList = (): readonly PartyData[] => parties.map(partyData);

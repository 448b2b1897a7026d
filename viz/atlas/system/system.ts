// The parties, what crosses between them and their rules, with their picture in both languages, for the page's data.
// content.ts asks for it; nothing about the policy is typed here.
// The picture is laid out as those of the machines are.
import type { Policy } from "../../../models/policy.ts";
import { arrange } from "../../layout/arrange.ts";
import { partyGraph } from "../../layout/partygraph.ts";
import type { Picture } from "../../layout/picture.ts";
import type { Language } from "../../said.ts";
import { labels } from "../labels.ts";
import { crossings } from "./crossings.ts";
import type { SystemData } from "./data.ts";
import { partyList } from "./parties.ts";
import { ruleList } from "./rules.ts";

/** The picture of the parties in the words of a language. */
export const overviewIn = (language: Language): Promise<Picture> =>
  arrange(
    partyGraph(
      partyList().map(({ id, name, in2020, keeps }) => ({
        id,
        name: name[language],
        note: in2020[language] === name[language] ? "" : in2020[language],
        machines: keeps.map(({ machine }) => ({ id: machine, name: labels.machine(machine)[language] })),
      })),
      crossings().map(({ id, from, to, name }) => ({ id, from, to, name: name[language] })),
    ),
  );

export const systemContent = async (policy: Policy): Promise<SystemData> => ({
  parties: partyList(),
  crossings: crossings(),
  rules: ruleList(policy),
  pictures: { en: await overviewIn("en"), ko: await overviewIn("ko") },
});

// Whether anything is collected at an instant, by the crisis level that the scenario has then.
// Tracing asks it: what people did when nothing was collected stands in no record.
// Before the first level nothing is collected.
import { sets } from "../../models/policy.ts";
import type { Scenario } from "../scenario.ts";

export const isCollecting = ({ crisis }: Scenario, atMs: number): boolean => {
  const standing = crisis.levels.findLast(({ at }) => atMs >= at);
  return sets.collectionLevels.value.some((level) => level === standing?.level);
};

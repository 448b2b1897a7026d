/**
 * Says why no instant and no event lead through two transitions one after the other, from what the search saw instead.
 * It is a sentence for whoever reads the list of what has no test; it decides nothing.
 */
import type { PlacedTransition } from "../../../models/language/lifecycle.ts";
import { pairOf, type Explored } from "./search.ts";

const short = (id: string): string => id.slice(id.indexOf(":") + 1);

export function reasonOf(
  explored: readonly Explored[],
  first: PlacedTransition,
  { id, trigger }: PlacedTransition,
  /** All that can answer the same trigger in the same state. */
  alternatives: readonly string[],
): string {
  if (!explored.some(({ transitions }) => transitions.has(first.id))) return `${first.id} is never taken`;
  if (!explored.some(({ transitions }) => transitions.has(id))) return `${id} is never taken`;
  const instead = [...alternatives]
    .filter((other) => explored.some(({ pairs }) => pairs.has(pairOf(first.id, other))))
    .map(short);
  if (instead.length > 0) return `${trigger.name} is then always answered by ${instead.join(" or ")}`;
  if (trigger.kind === "event") return `${trigger.name} never comes then`;
  return explored.some(({ running }) => running.get(first.id)?.has(trigger.name) === true)
    ? `another deadline than ${trigger.name} always comes first`
    : `${trigger.name} is not running then`;
}

// The parties as a graph: parties as nodes with the machines that they keep, and between two of them one edge each way.
// Everything that crosses from one party to another stands as a stack of buttons on their edge.
// It knows names and words, and nothing of what a party may do.
import { stackOf, type Label } from "./buttons.ts";
import { nodeOf, type Graph } from "./graph.ts";

export interface DrawnParty {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly machines: readonly { readonly id: string; readonly name: string }[];
}

export interface DrawnCrossing {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const boxOf = (party: string): string => `party:${party}`;
const machineLabel = ({ id, name }: DrawnParty["machines"][number]): Label => ({
  transition: id,
  kind: "machine",
  marks: ["states"],
  text: name,
});
const crossingLabel = ({ id, name }: DrawnCrossing): Label => ({
  transition: id,
  kind: "event",
  marks: [],
  text: name,
});

export function partyGraph(parties: readonly DrawnParty[], crossings: readonly DrawnCrossing[]): Graph {
  const ways = Map.groupBy(crossings, ({ from, to }) => `${from}--event-->${to}`);
  return {
    id: "overview",
    nodes: parties.map(({ id, name, note, machines }) =>
      nodeOf(
        { state: boxOf(id), name, note, final: false, gone: false },
        stackOf(machines.map(machineLabel)),
      ),
    ),
    edges: [...ways].flatMap(([id, group]) => {
      const first = group[0];
      if (first === undefined) return [];
      const label = stackOf(group.map(crossingLabel));
      return [{ id, kind: "event", source: boxOf(first.from), target: boxOf(first.to), label }];
    }),
  };
}

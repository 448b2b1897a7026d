// Where everything stands after the present step: a table of all instances, and the machines of those that just moved, with marks.
// Instances that have not moved yet are in the table alone; of two instances of one machine each is named at its state.
// The diagrams are the law's own, painted by the same painter as everywhere.
import { words as labels } from "../../../../../models/labels/labels.ts";
import type { Slice, World } from "../../../../../models/language/slice.ts";
import { paintDiagram } from "../../../../paint/diagram.ts";
import { paintStanding } from "../../../../paint/standing.ts";
import type { Language, MachineData } from "../../../data.ts";
import { add, type Html } from "../../../../html.ts";
import { addTable } from "../../table.ts";
import { leastScale } from "../machine/diagram.ts";
import type { Reader } from "../view.ts";
import { worldAt, type Performance } from "./performance.ts";
import { playWords } from "./words.ts";

const machineIn = (id: string): string => id.split(":")[0] ?? "";

/** The instances whose state the step has changed. */
const changedBy = (performance: Performance, step: number): ReadonlySet<string> => {
  const [before, after] = [worldAt(performance, step - 1), worldAt(performance, step)];
  return new Set(
    Object.keys(after.instances).filter(
      (name) => step > 0 && before.instances[name]?.state !== after.instances[name]?.state,
    ),
  );
};

const nameOf = ({ instances }: Slice, name: string, language: Language): string =>
  labels(language).description(instances[name]?.of ?? name);

function addStates(
  parent: Html,
  { story: { slice } }: Performance,
  world: World,
  changed: ReadonlySet<string>,
  language: Language,
) {
  const words = playWords[language];
  const said = labels(language);
  const rows = Object.entries(slice.instances);
  addTable(
    parent,
    [words.instance, words.party, words.state],
    rows,
    ([name, { machine, party }], cell, line) => {
      const state = world.instances[name]?.state ?? "";
      line.attr("data-instance", name).classed("changed", changed.has(name));
      cell(`${nameOf(slice, name, language)}: ${said.machine(machine)}`);
      cell(said.party(party));
      cell(
        `${changed.has(name) ? "● " : ""}${said.state(machine, state)}${changed.has(name) ? ` (${words.changed})` : ""}`,
      );
    },
  );
}

function addMachine(
  parent: Html,
  { story: { slice } }: Performance,
  machine: MachineData,
  world: World,
  taken: readonly string[],
  language: Language,
): void {
  const isRefused = machine.transitions.some(
    ({ id, refusal }) => refusal !== undefined && taken.includes(id),
  );
  const picture =
    (isRefused ? machine.picturesWithRefusals : undefined)?.[language] ?? machine.pictures[language];
  add(parent, "h4", "", machine.name[language]);
  const svg = add(parent, "div", "diagram").append("svg").attr("data-machine", machine.id).node();
  if (svg === null) return;
  paintDiagram(svg, { ...picture, id: `play-${picture.id}` }, machine.name[language]);
  svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
  const names = Object.entries(slice.instances).filter((one) => one[1].machine === machine.id);
  const states = Map.groupBy(names, ([name]) => world.instances[name]?.state ?? "");
  const standings = [...states].map(([state, here]) => ({
    state,
    names: here.map(([name]) => nameOf(slice, name, language)),
  }));
  paintStanding(svg, picture, standings, taken);
}

/** The machines of the last step that moved any, up to the present one. */
const concerned = ({ played: { happened } }: Performance, step: number) =>
  happened.slice(0, step).findLast(({ taken }) => taken.length > 0)?.taken ?? [];

export function fillStanding(
  parent: Html,
  { data, language }: Reader,
  performance: Performance,
  step: number,
): void {
  const words = playWords[language];
  const world = worldAt(performance, step);
  const taken = performance.played.happened[step - 1]?.taken ?? [];
  parent.selectAll("*").remove();
  add(parent, "h3", "", words.standing);
  addStates(parent, performance, world, changedBy(performance, step), language);
  const last = new Set(concerned(performance, step).map(machineIn));
  const machines = data.machines.filter(({ id }) => last.has(id));
  if (machines.length > 0) add(parent, "h3", "", words.diagrams);
  for (const machine of machines) addMachine(parent, performance, machine, world, taken, language);
}

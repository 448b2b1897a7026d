// The table twin of a diagram: every transition with its condition and clauses, and the refusals in a table of their own.
// machine.ts puts both under the diagram, folded; who cannot use the diagram loses nothing.
// A row's first cell is a button that shows the same as the label in the diagram.
import type { AtlasData, Language, MachineData, TransitionData } from "../../../data.ts";
import { addClauseChips } from "../../clauses.ts";
import { conditionOf } from "../../details/transition.ts";
import { addPick } from "../../details/pick.ts";
import { addFolded } from "../../folded.ts";
import { add, type Html } from "../../../../html.ts";
import { isKnown, metBy, timesMet } from "../../met.ts";
import { addTable, sortsAs } from "../../table.ts";
import { wordsOf } from "../../words.ts";

/** Columns of how often a transition was met, by whomever anything is known. */
function metColumns({ evidence }: AtlasData, language: Language) {
  const words = wordsOf[language];
  const known = metBy.filter((who) => isKnown(evidence, who));
  return {
    titles: known.map((who) => (who === "tests" ? words.metByTests : words.usedBySimulation)),
    fill: ({ id }: TransitionData, cell: (text?: string, kind?: string) => Html): void => {
      for (const who of known) {
        const times = timesMet(evidence, id, who);
        sortsAs(cell(times === 0 ? `⚠ ${words.never}` : times.toLocaleString(language), "number"), times);
      }
    },
  };
}

export function addTables(parent: Html, data: AtlasData, machine: MachineData, language: Language): void {
  const words = wordsOf[language];
  const met = metColumns(data, language);
  const nameOf = (id: string) => machine.states.find((state) => state.id === id)?.name[language] ?? id;
  const table = (
    kind: string,
    title: string,
    third: string,
    rows: readonly TransitionData[],
    fillThird: (cell: Html, one: TransitionData) => void,
  ): void => {
    addTable(
      addFolded(parent, kind, title, rows.length),
      [words.from, words.when, words.condition, third, words.sentence, words.clauses, ...met.titles],
      rows,
      (one, cell, line) => {
        line.attr("data-row", one.id);
        const length = one.kind === "deadline" ? ` (${words.deadline}: ${one.label[language]})` : "";
        const order = one.alternatives > 1 ? ` ${one.order}/${one.alternatives}` : "";
        cell(nameOf(one.source));
        addPick(cell(), one.id, `${one.triggerName[language]}${length}${order}`);
        cell(conditionOf(one, language, words));
        fillThird(cell(), one);
        cell(one.says[language]);
        addClauseChips(cell("", "chips"), data, language, one.clauses);
        met.fill(one, cell);
      },
    );
  };
  const changing = machine.transitions.filter(({ refusal }) => refusal === undefined);
  const refusing = machine.transitions.filter(({ refusal }) => refusal !== undefined);
  table("twin", words.table, words.to, changing, (cell, one) => cell.text(nameOf(one.target)));
  if (refusing.length > 0)
    table("refusals", words.refusals, words.code, refusing, (cell, one) => {
      add(cell, "code", "", one.refusal?.code ?? "");
    });
}

// The table twin of a diagram: every transition with its condition and clauses, and the refusals in a table of their own.
// machine.ts puts both under the diagram, folded; who cannot use the diagram loses nothing.
// A row's first cell is a button that shows the same as the label in the diagram.
import type { AtlasData, Language, MachineData, TransitionData } from "../../../data.ts";
import { addClauseChips } from "../../clauses.ts";
import { conditionOf } from "../../details/transition.ts";
import { addPick } from "../../details/pick.ts";
import { add, type Html } from "../../html.ts";
import { addTable } from "../../table.ts";
import { wordsOf } from "../../words.ts";

function addFolded(parent: Html, kind: string, title: string, count: number): Html {
  const folded = add(parent, "details", kind);
  add(folded, "summary", "", `${title} (${count})`);
  return folded;
}

export function addTables(parent: Html, data: AtlasData, machine: MachineData, language: Language): void {
  const words = wordsOf[language];
  const nameOf = (id: string) => machine.states.find((state) => state.id === id)?.name[language] ?? id;
  const what = (cell: Html, one: TransitionData) => {
    const length = one.kind === "deadline" ? ` (${words.deadline}: ${one.label[language]})` : "";
    const order = one.alternatives > 1 ? ` ${one.order}/${one.alternatives}` : "";
    addPick(cell, one.id, `${one.triggerName[language]}${length}${order}`);
  };
  const changing = machine.transitions.filter(({ refusal }) => refusal === undefined);
  addTable(
    addFolded(parent, "twin", words.table, changing.length),
    [words.from, words.when, words.condition, words.to, words.sentence, words.clauses],
    changing,
    (one, cell, line) => {
      line.attr("data-row", one.id);
      cell(nameOf(one.source));
      what(cell(), one);
      cell(conditionOf(one, language, words));
      cell(nameOf(one.target));
      cell(one.says[language]);
      addClauseChips(cell("", "chips"), data, language, one.clauses);
    },
  );
  const refusing = machine.transitions.filter(({ refusal }) => refusal !== undefined);
  if (refusing.length === 0) return;
  addTable(
    addFolded(parent, "refusals", words.refusals, refusing.length),
    [words.from, words.when, words.condition, words.code, words.sentence, words.clauses],
    refusing,
    (one, cell, line) => {
      line.attr("data-row", one.id);
      cell(nameOf(one.source));
      what(cell(), one);
      cell(conditionOf(one, language, words));
      add(cell(), "code", "", one.refusal?.code ?? "");
      cell(one.says[language]);
      addClauseChips(cell("", "chips"), data, language, one.clauses);
    },
  );
}

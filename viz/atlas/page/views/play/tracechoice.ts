// Who is followed through a trace that was opened: a kind, and the name under which the trace has it.
// Those of whom the trace says most are offered; any other name can be written.
// A choice goes to another place in the address; whether there is such a one is answered there.
import { add, type Html } from "../../../../html.ts";
import { traceKinds, type TraceFile, type TraceKind } from "./tracefile.ts";
import type { PlayWords } from "./words.ts";

const offered = 40;

const mostSpokenOf = ({ spoken }: TraceFile, kind: TraceKind): readonly string[] =>
  [...spoken[kind]]
    .toSorted((one, other) => other[1].length - one[1].length)
    .slice(0, offered)
    .map(([key]) => key);

export function fillTraceChoice(
  parent: Html,
  words: PlayWords,
  trace: TraceFile,
  choose: (kind: TraceKind, key: string) => void,
): void {
  parent.selectAll("*").remove();
  const form = add(parent, "form", "choices").attr("aria-label", words.trace);
  add(form, "h4", "", words.trace);
  const kinds = add(form, "select").attr("name", "kind").attr("aria-label", words.trace);
  for (const kind of traceKinds)
    add(kinds, "option", "", kind === "pass" ? words.tracedPass : words[kind]).attr("value", kind);
  const label = add(form, "label", "quiet", `${words.whose} `);
  const key = add(label, "input").attr("name", "key").attr("size", 10).attr("list", "spoken-of");
  const list = add(form, "datalist").attr("id", "spoken-of");
  const chosen = (): TraceKind => traceKinds.find((kind) => kind === kinds.property("value")) ?? "person";
  const offer = (): void => {
    const names = mostSpokenOf(trace, chosen());
    list.selectAll("*").remove();
    for (const name of names) add(list, "option").attr("value", name);
    key.property("value", names[0] ?? "");
  };
  offer();
  kinds.on("change", offer);
  add(form, "button", "choice", words.follow).attr("type", "submit");
  form.on("submit", (event: Event) => {
    event.preventDefault();
    choose(chosen(), String(key.property("value")).trim());
  });
}

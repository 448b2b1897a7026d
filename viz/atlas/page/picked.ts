// Which element stands for which part of the law, and the marks on all that was picked or is touched by it.
// A clause or a promise that was picked marks everything that rests on it, in every diagram; a state or transition marks itself.
import { touchedBy } from "../touching.ts";
import type { Html } from "../../html.ts";

/** What an element stands for: the state of a machine, a party, a transition, or whatever else it names. */
export function pickedBy(element: Element): string | undefined {
  const box = element.closest("[data-state]");
  const machine = box?.closest("[data-machine]")?.getAttribute("data-machine");
  const state = box?.getAttribute("data-state") ?? undefined;
  if (state !== undefined) return typeof machine === "string" ? `${machine}.${state}` : state;
  const button = element.closest("[data-transition], [data-pick]");
  return button?.getAttribute("data-transition") ?? button?.getAttribute("data-pick") ?? undefined;
}

export interface Marked {
  /** What is picked. */
  readonly at: string | undefined;
  /** What the reader has written a note on. */
  readonly noted: ReadonlySet<string>;
  /** What differs from another version of the law. */
  readonly changed: ReadonlySet<string>;
}

/** Marks what was picked, what rests on it, what has a note, and what differs from another version. */
export function markTouched(root: Html, { at, noted, changed }: Marked): void {
  const backwards = /^(?:clause|promise):(.+)$/.exec(at ?? "")?.[1];
  const touched = new Set(backwards === undefined ? [] : touchedBy(backwards).places);
  root.selectAll<Element, unknown>("[data-transition], [data-state]").each(function () {
    const id = pickedBy(this);
    this.classList.toggle("chosen", id !== undefined && id === at);
    this.classList.toggle("touched", id !== undefined && touched.has(id));
    this.classList.toggle("noted", id !== undefined && noted.has(id));
    this.classList.toggle("changed", id !== undefined && changed.has(id));
  });
}

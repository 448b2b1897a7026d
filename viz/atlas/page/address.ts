// The state of the page in the address: which machine, which state or transition, which language.
// page.ts reads it at the start and whenever the address changes, and writes it when somebody presses something,
// so that a link shows another reader the same thing. It keeps nothing else anywhere.
import { languages, type Language } from "../data.ts";

export interface Place {
  readonly language: Language;
  readonly machine?: string;
  /** The id of a state (`machine.state`) or of a transition. */
  readonly at?: string;
}

export function readPlace(hash: string, otherwise: Language): Place {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const language = languages.find((one) => one === asked.get("lang")) ?? otherwise;
  const machine = asked.get("machine");
  const at = asked.get("at");
  return { language, ...(machine === null ? {} : { machine }), ...(at === null ? {} : { at }) };
}

export function writePlace({ language, machine, at }: Place): string {
  const asked = new URLSearchParams();
  if (machine !== undefined) asked.set("machine", machine);
  if (at !== undefined) asked.set("at", at);
  asked.set("lang", language);
  return `#${asked.toString()}`;
}

// One part of the results: its heading, a sentence on what it is, and the command that repeats it.
// What was shown under another law than the one drawn says so before anything else.
import { add, type Html } from "../../../../html.ts";
import type { Reader } from "../view.ts";
import { resultWords } from "./words.ts";

export interface Made {
  readonly command: string;
  /** The law under which it was made, if the file says so. */
  readonly modelHash?: string;
}

export function addPart(
  parent: Html,
  { data, language }: Reader,
  title: string,
  lead: string,
  { command, modelHash }: Made,
): Html {
  const words = resultWords[language];
  const part = add(parent, "div", "part");
  add(part, "h3", "", title);
  add(part, "p", "lead", lead);
  if (modelHash !== undefined && modelHash !== data.lawHash) add(part, "p", "question", `⚠ ${words.old}`);
  const repeat = add(part, "p", "quiet", `${words.repeat} `);
  add(repeat, "code", "", command);
  return part;
}

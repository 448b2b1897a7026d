// A link to something that the panel explains: a press shows it in the place of what is shown now.
// The details of parties, messages and rules lead to each other with it.
import { add, type Html } from "../../../html.ts";

export const addPick = (parent: Html, at: string, text: string): Html =>
  add(parent, "button", "link", text).attr("type", "button").attr("data-pick", at);

// Which view shows a picture, and of what: the parties, a machine, or none.
// The panel and paper add the legend that belongs to it.
import type { AtlasData } from "../data.ts";
import { overview } from "./views/overview/overview.ts";

export type Pictured = "parties" | "machine";

export function pictured(data: AtlasData, view: string): Pictured | undefined {
  if (view === overview.id) return "parties";
  return data.machines.some(({ id }) => id === view) ? "machine" : undefined;
}

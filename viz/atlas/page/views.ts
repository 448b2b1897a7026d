// Every view of the atlas, in the order in which it is read.
// page.ts takes them from here, and the frame lists them as contents.
// A view stands in a folder of its own under views/, with its words.
import type { AtlasData } from "../data.ts";
import { changesView } from "./views/changes/changes.ts";
import { clauses } from "./views/clauses/clauses.ts";
import { machineView } from "./views/machine/machine.ts";
import { notesView } from "./views/notes/notes.ts";
import { numbersView } from "./views/numbers/numbers.ts";
import { overview } from "./views/overview/overview.ts";
import { playView } from "./views/play/play.ts";
import { results } from "./views/results/results.ts";
import type { View } from "./views/view.ts";

export const viewsOf = (data: AtlasData): readonly View[] =>
  [
    overview,
    ...data.machines.map(machineView),
    clauses,
    playView(),
    numbersView,
    notesView,
    results,
    changesView,
  ].filter(({ isThere }) => isThere?.(data) ?? true);

// Whether a log shows everybody the same: what each other party has cosigned of it, and kept against it, is laid beside the
// entries that the auditor reads. A log that shows two histories must have signed both, and then one of the views tells.
// A view that the log has not signed says nothing about the log, and is told of the party that shows it.
import { sameBytes } from "../../protocol/fields.ts";
import { isCheckpointOf, parseCheckpoint, type Checkpoint } from "../checkpoint.ts";
import type { LogCopy, WitnessCopy } from "./copies.ts";
import { counted, findingsOf, type Finding } from "./finding.ts";
import type { MemoryTree } from "./memorytree.ts";

interface View {
  readonly witness: WitnessCopy;
  readonly note: string;
  /** Kept against the log, rather than cosigned. */
  readonly against: boolean;
}

const viewsOf = (origin: string, witnesses: readonly WitnessCopy[]): readonly View[] =>
  witnesses.flatMap((witness) =>
    witness.logs
      .filter((log) => log.origin === origin)
      .flatMap(({ checkpoint, evidence }) => [
        { witness, note: checkpoint, against: false },
        ...evidence.map((note) => ({ witness, note, against: true })),
      ]),
  );

/** Whether the log shows the auditor the very same checkpoint: then the views agree, whatever its entries are. */
const isShown = ({ checkpoints }: LogCopy, { size, root }: Checkpoint): boolean =>
  checkpoints.some((text) => {
    const shown = parseCheckpoint(text)?.checkpoint;
    return shown?.size === size && sameBytes(shown.root, root);
  });

const checkView = (copy: LogCopy, tree: MemoryTree, { witness, note, against }: View): readonly Finding[] => {
  const { log } = copy.pinned;
  const seenBy = witness.card.name;
  const signed = parseCheckpoint(note);
  if (signed === undefined || !isCheckpointOf(signed, log))
    return [
      findingsOf(seenBy)("view-forged", `It shows a checkpoint of ${log.name} that this log has not signed.`),
    ];
  const found = findingsOf(copy.card.name);
  if (isShown(copy, signed.checkpoint)) return [];
  const { size, root } = signed.checkpoint;
  const ours = tree.root(size);
  const entries = counted(size, "entry", "entries");
  if (ours === undefined)
    return [
      found(
        against ? "log-forked" : "log-shorter",
        `It has signed ${entries} towards ${seenBy}, and shows ${String(tree.size)} here.`,
      ),
    ];
  return sameBytes(ours, root)
    ? []
    : [found("log-forked", `It has signed other ${entries} towards ${seenBy} than those it shows here.`)];
};

export const checkViews = (
  copy: LogCopy,
  tree: MemoryTree,
  witnesses: readonly WitnessCopy[],
): readonly Finding[] =>
  viewsOf(copy.pinned.log.name, witnesses).flatMap((view) => checkView(copy, tree, view));

// What differs between two versions of a law: what was added, what was removed, and what was changed, part by part, before and after.
// The view of changes lists it and the diagrams mark it. Two equal laws differ in nothing.
import type { Said } from "../../said.ts";
import { kinds, parts, thingsOf, type Kind, type LawForm, type Part, type Thing } from "./facts.ts";

export interface ChangedPart {
  readonly part: Part;
  readonly before?: Said;
  readonly after?: Said;
}

export interface Change {
  readonly how: "added" | "removed" | "changed";
  readonly kind: Kind;
  readonly id: string;
  readonly name: Said;
  readonly parts: readonly ChangedPart[];
}

export interface Changes {
  /** The law that was before, by its hash, and where it was found. */
  readonly lawHash: string;
  readonly from: string;
  readonly changes: readonly Change[];
}

const changedParts = (before: Thing | undefined, after: Thing | undefined): readonly ChangedPart[] =>
  parts.flatMap((part): readonly ChangedPart[] => {
    const [was, is] = [before?.parts[part], after?.parts[part]];
    if (was?.en === is?.en) return [];
    return [
      { part, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });

const named = (things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing]));

/** The changes from one law to another, kind by kind. */
export function changesBetween(before: LawForm, after: LawForm): readonly Change[] {
  const [old, present] = [named(thingsOf(before)), named(thingsOf(after))];
  const all = [...new Set([...present.keys(), ...old.keys()])].flatMap((key): readonly Change[] => {
    const [was, is] = [old.get(key), present.get(key)];
    const thing = is ?? was;
    if (thing === undefined) return [];
    const { kind, id, name } = thing;
    const changed = changedParts(was, is);
    if (was === undefined) return [{ how: "added", kind, id, name, parts: changed }];
    if (is === undefined) return [{ how: "removed", kind, id, name, parts: changed }];
    return changed.length === 0 ? [] : [{ how: "changed", kind, id, name, parts: changed }];
  });
  return all.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

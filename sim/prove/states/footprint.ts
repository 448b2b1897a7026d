/**
 * Which parts of a slice a move can read or change; the slice is data, so this is derived and not declared.
 * Moves that touch the same parts are looked up together: what they lead to depends on nothing else.
 * A part that were left out here would make the search wrong, so a test compares it with one that looks at all parts always.
 */
import type { Judged } from "../../../models/language/judged.ts";
import type { Move } from "../../../models/language/slice.ts";
import { phaseName, type Layout } from "./parts.ts";

/** Calls back for each instance or variable that a piece of the slice speaks of. */
function spokenOf(law: unknown, speaks: (part: string) => void): void {
  if (Array.isArray(law)) for (const piece of law) spokenOf(piece, speaks);
  else if (typeof law === "object" && law !== null) {
    if ("instance" in law) speaks(String(law.instance).replace(/^was /, ""));
    else if ("kind" in law && law.kind === "field" && "field" in law) speaks(`variable ${String(law.field)}`);
    for (const piece of Object.values(law)) spokenOf(piece, speaks);
  }
}

const inOrder = (layout: Layout, names: ReadonlySet<string>): readonly number[] =>
  [...names].map((name) => layout.partOf(name)).toSorted((one, other) => one - other);

/** What every decision sees: the hour of the day, where a slice has hours. */
const always = (layout: Layout): readonly string[] =>
  layout.parts.some(({ kind }) => kind === "phase") ? [phaseName] : [];

/** The parts that a move touches, with what the promises ask of it. */
export function footprintOf(layout: Layout, move: Move, judged: readonly Judged[]): readonly number[] {
  const { when, call, at, sets = {}, done = {}, refused = {}, forgets = [] } = move;
  const names = new Set([
    ...always(layout),
    ...(call?.kind === "rule" ? Object.values(call.instances) : []),
    ...[sets, done, refused].flatMap((changes) => Object.keys(changes).map((name) => `variable ${name}`)),
    ...forgets,
  ]);
  spokenOf(
    [when, call, at, sets, done, refused, judged.map((one) => [one.when, one.then])],
    (part) => void names.add(part),
  );
  return inOrder(layout, names);
}

/** The parts that a question about passed time reads. */
export function footprintOfWatch(layout: Layout, judged: Judged): readonly number[] {
  const names = new Set(always(layout));
  spokenOf([judged.when, judged.then], (part) => void names.add(part));
  return inOrder(layout, names);
}

export interface Together {
  readonly parts: readonly number[];
  /** Their places in the list that was given. */
  readonly members: readonly number[];
}

/** Puts together what touches no more parts than the widest of a group. */
export function together(footprints: readonly (readonly number[])[]): readonly Together[] {
  const groups: { parts: ReadonlySet<number>; members: number[] }[] = [];
  const widestFirst = [...footprints.entries()].toSorted(([, one], [, other]) => other.length - one.length);
  for (const [place, parts] of widestFirst) {
    const fitting = groups
      .filter((group) => parts.every((part) => group.parts.has(part)))
      .toSorted((one, other) => one.parts.size - other.parts.size)[0];
    if (fitting === undefined) groups.push({ parts: new Set(parts), members: [place] });
    else fitting.members.push(place);
  }
  return groups.map(({ parts, members }) => ({
    parts: [...parts],
    members: members.toSorted((one, other) => one - other),
  }));
}

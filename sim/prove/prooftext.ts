// A proof as text: a line a slice, a line a promise, and where one is broken its story.
// Numbers stand as they were found; what was not searched is left empty and never filled in.
import type { Language } from "../../models/labels/labels.ts";
import { sayValueOf } from "../../models/language/sentence.ts";
import { law } from "../../models/law.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { play } from "../../models/story/story.ts";
import type { Proof, ProvenSlice } from "../results/proof.ts";
import type { Proven } from "./proof.ts";
import { nothingToSay } from "./verdicts.ts";
import { tellStory } from "./story/lanes.ts";

const grouped = (n: number | undefined): string =>
  n === undefined ? "-" : String(n).replace(/\B(?=(\d{3})+$)/g, ",");

const columns = [
  "slice",
  "states",
  "transitions",
  "states/s",
  "SPIN states",
  "SPIN/s",
  "zones",
  "relation",
] as const;

const rowOf = (slice: ProvenSlice): readonly string[] => [
  slice.id,
  grouped(slice.states),
  grouped(slice.transitions),
  grouped(slice.perSecond),
  grouped(slice.spinStates),
  grouped(slice.spinPerSecond),
  grouped(slice.zones),
  slice.hash === undefined || slice.hash === "" ? "-" : slice.hash,
];

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const padded = (text: string, place: number): string => {
    const width = widths[place] ?? 0;
    return place === 0 ? text.padEnd(width) : text.padStart(width);
  };
  return rows.map((row) => `  ${row.map(padded).join("  ")}`);
};

const promiseLine = (
  { id, verdict, grade, mutantCaught, witnessed, because }: Proof["promises"][number],
  width: number,
): string => {
  const companions = [
    witnessed ? "happens" : "never happens",
    mutantCaught ? "mistake caught" : "mistake not caught",
  ];
  const said = verdict === "held" ? grade : (because ?? grade);
  return `  ${verdict.padEnd(9)}  ${id.padEnd(width)}  ${said}; ${companions.join(", ")}`;
};

const headingOf: Readonly<Record<Language, (id: string) => string>> = {
  en: (id) => `How ${id} is broken`,
  ko: (id) => `${id} 약속이 깨지는 경위`,
};

/** What was set, by its name on the command line, with durations in words. */
const saySettings = (set: Proof["policy"]["set"]): readonly string[] => {
  const policy = { ...defaultPolicy, constants: set };
  return Object.keys(set).map((name) => `${name}=${sayValueOf(name, "en", policy)}`);
};

/** The searches and the verdicts. */
export function renderProof(
  { proof, stories }: Proven,
  isWhole: boolean,
  folder: string,
  language: Language,
): readonly string[] {
  // A single slice need not have anything to say to every promise.
  const spoken = isWhole ? proof.promises : proof.promises.filter(({ because }) => because !== nothingToSay);
  const silent = proof.promises.length - spoken.length;
  const width = Math.max(...proof.promises.map(({ id }) => id.length));
  const disagreements = proof.slices.flatMap(({ id, disagreements: all }) =>
    all.map((one) => `  ${id}: ${one}`),
  );
  const cut = proof.slices.reduce((sum, slice) => sum + slice.cut, 0);
  const set = saySettings(proof.policy.set);
  return [
    `Law ${proof.modelHash.slice(0, 12)}, promises ${proof.promisesHash.slice(0, 12)}, preset ${proof.policy.preset}${set.length === 0 ? "" : `, with ${set.join(", ")}`}`,
    "",
    ...table([columns, ...proof.slices.map(rowOf)]),
    "",
    `  left out for lack of room: ${grouped(cut)}${proof.complete ? "" : "; the search was interrupted"}`,
    ...(disagreements.length === 0
      ? [`  the ways (${proof.ways.join(", ")}) agree wherever more than one was gone`]
      : ["  the ways do not agree:", ...disagreements]),
    "",
    "Promises",
    ...spoken.map((promise) => promiseLine(promise, width)),
    ...(silent === 0 ? [] : [`  ${String(silent)} more have nothing to say on what was searched`]),
    "",
    ...proof.notCovered.map((sentence) => `  not covered: ${sentence}`),
    ...[...stories].flatMap(([id, story]) => [
      "",
      `${headingOf[language](id)} (${folder}/${id}.itf.json)`,
      ...tellStory(story, play(story, law), language, id),
    ]),
  ];
}

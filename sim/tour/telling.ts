// How the tour is told: a step, its notes and what was found in the files, as lines for a terminal.
// It is pure: the same step gives the same lines. Colours are added only where somebody asked for them.
import { words as labels } from "../../models/labels/labels.ts";
import { sayDay, sayTime } from "../../models/labels/moment.ts";
import { parties, things, type Holdings, type Party } from "./looking/holdings.ts";
import type { Note } from "./notes.ts";
import type { Step } from "./step.ts";
import { broken, fillUp, widthOf } from "./textwidth.ts";
import type { TourWords } from "./words/words.ts";

export interface Style {
  readonly words: TourWords;
  readonly colours: boolean;
}

const columns = 100;
const margin = "    ";
/** A scanner wants dark on light whatever colours the terminal has. */
const codes = { bold: "1", red: "31", green: "32", faint: "2", drawn: "97;40" } as const;

const painted = ({ colours }: Style, colour: keyof typeof codes, text: string): string =>
  colours ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;

const noBreak = "\u00a0";
/** Words that are not to be broken apart. */
const together = (text: string): string => text.replaceAll(" ", noBreak);

/** A text behind what stands before it, broken into lines that begin under each other. */
const hanging = (before: string, text: string, shown: string = before): readonly string[] => {
  const indent = " ".repeat(widthOf(before));
  return broken(text, columns - widthOf(before)).map(
    (line, place) => (place === 0 ? shown : indent) + line.replaceAll(noBreak, " "),
  );
};

const noteLines = (style: Style, note: Note, timeWidth: number): readonly string[] => {
  const before = margin + fillUp(sayTime(note.atMs), timeWidth);
  const marked = (mark: string, colour: "green" | "red", text: string): readonly string[] =>
    hanging(
      `${before} ${mark} `,
      text,
      `${painted(style, "faint", before)} ${painted(style, colour, mark)} `,
    );
  switch (note.kind) {
    case "claim":
      return marked("✓", "green", note.sentence);
    case "refused": {
      const { sentence, advice } = labels(style.words.language).refusal(note.code);
      return marked("✗", "red", `${style.words.refused}: ${sentence} ${advice} [${note.code}]`);
    }
    case "drawing":
      return ["", ...note.lines.map((line) => margin + painted(style, "drawn", line)), ""];
    case "text":
      return ["", ...note.lines.map((line) => margin + line), ""];
  }
};

/** Notes in their order, with the day said wherever it changes. */
const notesLines = (style: Style, beganAtMs: number, notes: readonly Note[]): readonly string[] => {
  const timeWidth = Math.max(0, ...notes.map(({ atMs }) => sayTime(atMs).length));
  let day = sayDay(beganAtMs, style.words.language);
  return notes.flatMap((note) => {
    const noteDay = sayDay(note.atMs, style.words.language);
    const turned = noteDay === day ? [] : [margin + painted(style, "faint", noteDay)];
    day = noteDay;
    return [...turned, ...noteLines(style, note, timeWidth)];
  });
};

const foundLine = ({ words }: Style, found: readonly Party[], added: TourWords["placeAt"]): string =>
  found.length === 0
    ? words.nobody
    : found
        .map((party) => {
          const more = added[party];
          return labels(words.language).party(party) + (more === undefined ? "" : ` (${more})`);
        })
        .join(", ");

const holdingLines = (style: Style, holdings: Holdings): readonly string[] => {
  const { words } = style;
  const held = parties.map((party) => {
    const { counts } = holdings.of[party];
    const said = things.flatMap((thing) => {
      const count = counts.get(thing) ?? 0;
      return count === 0 ? [] : [together(`${words.things[thing]} ${String(count)}`)];
    });
    return [
      labels(words.language).party(party),
      said.length === 0 ? words.nothing : said.join(" · "),
    ] as const;
  });
  const rows = [
    ...held,
    [words.numberFound, foundLine(style, holdings.phoneAt, {})],
    [words.placeFound, foundLine(style, holdings.placeAt, words.placeAt)],
  ] as const;
  const nameWidth = Math.max(...rows.map(([name]) => widthOf(name)));
  return [
    margin + painted(style, "faint", words.holds),
    ...rows.flatMap(([name, text]) => hanging(`${margin}  ${fillUp(name, nameWidth)}  `, text)),
  ];
};

/** One step, told. */
export const tellStep = (
  style: Style,
  number: number,
  step: Step,
  beganAtMs: number,
  notes: readonly Note[],
  holdings: Holdings,
): readonly string[] => {
  const { words } = style;
  const { title, says } = words.steps[step.id];
  const when = `${sayDay(beganAtMs, words.language)} ${sayTime(beganAtMs)}`;
  return [
    "",
    `${String(number).padStart(2)}  ${painted(style, "bold", title)}`,
    margin + painted(style, "faint", `${when} · ${words.clauses} ${step.clauses.join(", ")}`),
    ...says.flatMap((text) => hanging(margin, text)),
    ...notesLines(style, beganAtMs, notes),
    ...holdingLines(style, holdings),
  ];
};

export const tellOpening = (style: Style): readonly string[] => {
  const [title = "", ...rest] = style.words.opening;
  return [painted(style, "bold", title), ...rest];
};

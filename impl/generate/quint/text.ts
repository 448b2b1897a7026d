/**
 * The shapes of Quint text that several printers need: comments, records, chains of alternatives, definitions.
 * Nothing here knows the law; a printer hands over texts and gets lines back.
 */

export type Lines = readonly string[];

/** The widest that a line is made by choice. */
const widestLine = 110;

/** A sentence that documents what follows it. */
export const says = (sentence: string): string => `/// ${sentence.replaceAll(/\s+/g, " ")}`;

export const indented = (lines: Lines): Lines => lines.map((line) => (line === "" ? line : `  ${line}`));

const bareLine = (lines: Lines): string =>
  lines
    .map((line) => line.trim())
    .join(" ")
    .replaceAll(", }", " }");

/** The same on one line, for where several would not be read better. */
export const onOneLine = bareLine;

/** Parts in brackets, on one line where they fit. */
export const enclosed = (open: string, parts: readonly (string | Lines)[], close: string): Lines => {
  const spaced = open.endsWith("(") ? "" : " ";
  const lines = parts.map((part) => (typeof part === "string" ? [part] : part));
  const line = `${open}${spaced}${lines.map(bareLine).join(", ")}${spaced}${close}`;
  if (parts.length === 0) return [open + close];
  if (line.length <= widestLine) return [line];
  return [open, ...indented(lines.flatMap((part) => [...part.slice(0, -1), `${part.at(-1) ?? ""},`])), close];
};

/** A name and its value, which may itself take several lines. */
export type Entry = readonly [name: string, value: string | Lines];

const entry = ([name, value]: Entry): Lines => {
  const [first = "", ...more] = typeof value === "string" ? [value] : value;
  return [`${name}: ${first}`, ...more];
};

/** A record, or the type of one. */
export const record = (entries: readonly Entry[]): Lines => enclosed("{", entries.map(entry), "}");

/** A record that is like another one but for some entries. */
export const changed = (of: string, entries: readonly Entry[]): Lines =>
  entries.length === 0 ? [of] : enclosed("{", [`...${of}`, ...entries.map(entry)], "}");

/** A definition applied to one value. */
export const applied = (name: string, value: Lines): Lines => {
  const last = value.length - 1;
  return value.map((line, place) => `${place === 0 ? `${name}(` : ""}${line}${place === last ? ")" : ""}`);
};

export interface Alternative {
  readonly guard: string;
  readonly value: Lines;
}

/** Whether lines are a record or a block, which can open on the line before. */
const isBraced = (lines: Lines): boolean => lines.length > 1 && lines[0] === "{" && lines.at(-1) === "}";

/** Something and its value below it, or behind it where the value brings braces of its own. */
const opened = (opening: string, value: Lines): Lines =>
  isBraced(value) ? [`${opening} {`, ...value.slice(1)] : [opening, ...indented(value)];

/** The first alternative whose guard holds, or else the last value; read like a list, whatever its length. */
export function firstOf(alternatives: readonly Alternative[], otherwise: Lines): Lines {
  const asked = alternatives.filter(({ guard }) => guard !== "false");
  const certain = asked.findIndex(({ guard }) => guard === "true");
  const open = certain < 0 ? asked : asked.slice(0, certain);
  const last = certain < 0 ? otherwise : (asked[certain]?.value ?? otherwise);
  if (open.length === 0) return last;
  return [
    ...open.flatMap(({ guard, value }, place) => opened(`${place === 0 ? "" : "else "}if (${guard})`, value)),
    ...opened("else", last),
  ];
}

/** A name for what is used below it. */
export type Value = readonly [name: string, value: Lines];

const named = ([name, value]: Value): Lines => {
  const [first = "", ...more] = value;
  return isBraced(value) || value.length === 1 || /[({]$/.test(first)
    ? [`val ${name} = ${first}`, ...more]
    : [`val ${name} =`, ...indented(value)];
};

/** Names for what is used below them; a block at the end of a block is one with it. */
export const block = (values: readonly Value[], last: Lines): Lines => {
  if (values.length === 0) return last;
  const inner = isBraced(last) && /^ {2}val /.test(last[1] ?? "") ? last.slice(1, -1) : indented(last);
  return ["{", ...indented(values.flatMap(named)), ...inner, "}"];
};

export type Parameter = readonly [name: string, type: string];

/** A definition and an empty line after it. */
export const definition = (
  about: string,
  name: string,
  parameters: readonly Parameter[],
  type: string,
  value: Lines,
): Lines => {
  const [opening = "", ...more] = enclosed(
    `pure def ${name}(`,
    parameters.map(([parameter, of]) => `${parameter}: ${of}`),
    `): ${type} =`,
  );
  const before = more.slice(0, -1);
  return [
    ...(about === "" ? [] : [says(about)]),
    ...(more.length === 0 ? [] : [opening, ...before]),
    ...opened(more.at(-1) ?? opening, value),
    "",
  ];
};

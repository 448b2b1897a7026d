/**
 * The shapes of Promela text that several printers need: comments, updates made at once, chains of alternatives.
 * Nothing here knows the law; a printer hands over texts and gets statements back.
 */

/** A sentence as a comment; nothing in it can end the comment. */
export const comment = (sentence: string): string => `/* ${sentence.replaceAll("*/", "* /")} */`;

export const indented = (lines: readonly string[], by = "  "): readonly string[] =>
  lines.map((line) => (line === "" || line.startsWith("#") ? line : by + line));

/** Statements one after the other; Promela separates them and does not end them. */
export const sequence = (statements: readonly (readonly string[])[]): readonly string[] => {
  const made = statements.filter((lines) => lines.length > 0);
  if (made.length === 0) return ["skip"];
  return made.flatMap((lines, place) =>
    place === made.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ""};`],
  );
};

export interface Update {
  readonly target: string;
  readonly text: string;
}

const reads = (text: string, target: string): boolean =>
  text.split(/[^\w.]+/).some((word) => word === target);

/** Statements that make updates as if all at once: what is still to be read is written last. */
export function atOnce(
  updates: readonly Update[],
  scratch: (target: string) => string,
): readonly (readonly string[])[] {
  const left = updates.filter(({ target, text }) => target !== text);
  const done: string[][] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      ({ target }, place) => !left.some(({ text }, other) => other !== place && reads(text, target)),
    );
    if (free < 0) {
      // A circle: one of the texts is computed first and written when its target is free.
      const first = left.shift();
      if (first === undefined) break;
      const kept = scratch(first.target);
      done.push([`${kept} = ${first.text}`]);
      left.push({ target: first.target, text: kept });
      continue;
    }
    done.push(...left.splice(free, 1).map(({ target, text }) => [`${target} = ${text}`]));
  }
  return done;
}

export interface Alternative {
  readonly guard: string;
  readonly body: readonly string[];
}

/** The first alternative whose guard holds, or else the last body; read like a list, whatever its length. */
export function firstOf(
  alternatives: readonly Alternative[],
  otherwise: readonly string[],
): readonly string[] {
  const asked = alternatives.filter(({ guard }) => guard !== "false");
  const certain = asked.findIndex(({ guard }) => guard === "true");
  const open = certain < 0 ? asked : asked.slice(0, certain);
  const last = certain < 0 ? otherwise : (asked[certain]?.body ?? otherwise);
  if (open.length === 0) return last;
  const lines = open.flatMap(({ guard, body }, place) => [
    place === 0 ? "if" : ":: else -> if",
    `:: ${guard} ->`,
    ...indented(body, "     "),
  ]);
  return [...lines, ":: else ->", ...indented(last, "     "), open.map(() => "fi").join(" ")];
}

/** An inline and an empty line after it. */
export const inline = (
  name: string,
  parameters: readonly string[],
  body: readonly string[],
): readonly string[] => [`inline ${name}(${parameters.join(", ")}) {`, ...indented(body), "}", ""];

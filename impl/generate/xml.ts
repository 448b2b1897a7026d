/**
 * Writes XML as lines: elements with their attributes, and comments; what lies within an element is set in by two spaces.
 * The printer of SCXML is made of it. It escapes what XML would misread, and refuses no name: the caller knows its names.
 */

export type Lines = readonly string[];

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (character) => escapes[character] ?? "");

/** A comment; two hyphens would end it, so a space comes between them. */
export const comment = (text: string): Lines => [`<!-- ${text.replaceAll(/-(?=-)/g, "- ")} -->`];

/** An element; an attribute without a value is left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: Lines = [],
): Lines => {
  const opening = Object.entries(attributes).reduce(
    (text, [key, value]) => (value === undefined ? text : `${text} ${key}="${escaped(value)}"`),
    name,
  );
  if (children.length === 0) return [`<${opening}/>`];
  return [`<${opening}>`, ...children.map((line) => `  ${line}`), `</${name}>`];
};

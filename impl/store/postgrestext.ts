// Turns the texts of services into PostgreSQL's form: numbered places, and several statements as one.
// The PostgreSQL store alone uses it; texts are constants of the program, so each is turned once and kept.
// It is no parser: a question mark in a text is a place, and no text of this program has another one.
import { postgresDialect } from "./dialect.ts";

const textsMax = 1_024;

/** `?2` becomes `$2`; places without a number are counted. */
const placesOf = (text: string): string => {
  let counted = 0;
  return text.replaceAll(/\?(\d*)/g, (_, number: string) => {
    counted += 1;
    return `$${number === "" ? String(counted) : number}`;
  });
};

/** Turns texts, and remembers as many as the program has. */
export const makePlaces = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= textsMax) known.clear();
    const turned = placesOf(text);
    known.set(text, turned);
    return turned;
  };
};

/** Statements without parameters as one statement, all or nothing; undefined when there is none. */
export const scriptText = (text: string): string | undefined => {
  const statements = postgresDialect
    .tableText(text)
    .trim()
    .replace(/[;\s]+$/, "");
  return statements === "" ? undefined : `DO $script$ BEGIN\n${statements};\nEND $script$`;
};

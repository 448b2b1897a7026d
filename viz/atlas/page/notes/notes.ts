// A reviewer's notes on parts of the law, by the id of what they are about: kept while the page is open, saved and loaded as a file.
// The panel has a field for the note on what it explains, and a view lists all of them.
// A file of another law, cut short, or not one of these is answered by a sentence, and no note is touched.
import { Option, Schema } from "effect";
import type { Language } from "../../data.ts";
import { noteWords } from "./words.ts";

const NotesFile = Schema.Struct({
  format: Schema.Literal("entrylog-notes"),
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  notes: Schema.Array(Schema.Struct({ at: Schema.String, text: Schema.String })),
});
const read = Schema.decodeUnknownOption(Schema.fromJsonString(NotesFile));

export interface Note {
  readonly at: string;
  readonly text: string;
}

export interface Notes {
  readonly on: (at: string) => string;
  /** An empty text takes the note away. */
  readonly write: (at: string, text: string) => void;
  readonly all: () => readonly Note[];
  /** The notes as the text of a file. */
  readonly file: () => string;
  /** Adds the notes of a file, in the place of those on the same things; or answers why it does not. */
  readonly load: (text: string, language: Language) => string | undefined;
  /** Whether something was written since they were last saved or loaded. */
  readonly isUnsaved: () => boolean;
}

export function makeNotes(modelHash: string): Notes {
  const notes = new Map<string, string>();
  let unsaved = false;
  const write = (at: string, text: string): void => {
    if (text.trim() === "") notes.delete(at);
    else notes.set(at, text);
  };
  const all = (): readonly Note[] => [...notes].map(([at, text]) => ({ at, text }));
  return {
    on: (at) => notes.get(at) ?? "",
    write: (at, text) => {
      unsaved = true;
      write(at, text);
    },
    all,
    file: () => {
      unsaved = false;
      const file = { format: "entrylog-notes", schemaVersion: 1, modelHash, notes: all() } as const;
      return `${JSON.stringify(file satisfies typeof NotesFile.Type, null, 2)}\n`;
    },
    load: (text, language) => {
      const file = Option.getOrUndefined(read(text));
      if (file === undefined) return noteWords[language].notNotes;
      if (file.modelHash !== modelHash)
        return noteWords[language].otherLaw(file.modelHash.slice(0, 12), modelHash.slice(0, 12));
      for (const note of file.notes) write(note.at, note.text);
      return undefined;
    },
    isUnsaved: () => unsaved,
  };
}

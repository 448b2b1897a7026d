// What a view of the atlas is: a name in the contents, and a section that it fills in the reader's language.
// views.ts lists them in the order in which they are read; page.ts shows one at a time, and all that print well on paper.
// A view keeps what must be shared in the address, through the reader; it opens no window and asks no network.
import type { AtlasData, Language, Said } from "../../data.ts";
import type { Asked, Place } from "../address.ts";
import type { Html } from "../../../html.ts";
import type { Notes } from "../notes/notes.ts";

/** What the page gives a view: the data, the reader's language, and ways to other places. */
export interface Reader {
  readonly data: AtlasData;
  readonly language: Language;
  /** Where the reader is now. */
  readonly place: () => Place;
  /** Goes on within this view: sets these names in the address, and takes those away that are undefined. */
  readonly go: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly notes: Notes;
  /** Said after a note was written, so that what has one is marked. */
  readonly marked: () => void;
  /** The address of a place, for links. */
  readonly addressOf: (view: string, asked?: Asked) => string;
}

/** Told whenever the place has changed while the view is shown. */
export type Follow = (place: Place) => void;

export interface View {
  readonly id: string;
  readonly name: (data: AtlasData) => Said;
  /** The group under which it stands in the contents. */
  readonly group: "law" | "questions" | "evidence";
  /** Where the data has nothing for it, it is left out. */
  readonly isThere?: (data: AtlasData) => boolean;
  /** Whether it belongs on paper. */
  readonly prints: boolean;
  readonly fill: (section: Html, reader: Reader) => Follow | undefined;
}

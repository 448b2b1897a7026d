// What a party says of a page that it serves: where its program lies, where it is found, its title, and what stands on it at once.
// impl/page/serving.ts makes routes of it. The folder holds program.ts and style.css, and worker.ts where the page goes on without a network.
// Nothing of a person may stand in an address or a title.
import type { Effect } from "effect";
import type { ComponentChild } from "preact";
import type { Language } from "../../models/labels/labels.ts";
import type { Device } from "./headers.ts";
import type { Reader } from "./language.ts";

export interface PageTitle {
  readonly title: string;
}

export interface Page {
  /** The folder of its program, as `new URL("./page/", import.meta.url)`. */
  readonly folder: URL;
  /** Where it is found; its files lie below, and its worker serves what lies there. */
  readonly at: `/` | `/${string}/`;
  readonly words: Readonly<Record<Language, PageTitle>>;
  /** The devices that it asks the reader for. */
  readonly devices?: ReadonlyArray<Device>;
  /** What stands on it before its program runs, and without it; or why it cannot be had, by a code. */
  readonly first?: (reader: Reader) => Effect.Effect<ComponentChild, { readonly code: string }>;
}

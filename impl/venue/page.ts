// The page of a door as its venue's machine serves it: its name at once, and everything else by its program, with the key of the door.
// It asks the reader for the camera, and for nothing else.
import { Effect } from "effect";
import { h } from "preact";
import type { Page } from "../page/page.ts";
import { withoutScript } from "../page/withoutscript.ts";
import { words } from "./page/words.ts";

export const doorPage: Page = {
  folder: new URL("./page/", import.meta.url),
  at: "/",
  words,
  devices: ["camera"],
  first: ({ language }) =>
    Effect.succeed([
      h("h1", {}, words[language].title),
      h("noscript", {}, h("p", {}, withoutScript[language])),
    ]),
};

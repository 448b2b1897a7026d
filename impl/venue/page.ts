// The page of a door as its venue's machine serves it: everything on it is drawn by its program, with the key of the door.
// It asks the reader for the camera, and for nothing else.
import type { Page } from "../page/page.ts";
import { words } from "./page/words.ts";

export const doorPage: Page = {
  folder: new URL("./page/", import.meta.url),
  at: "/",
  words,
  devices: ["camera"],
};

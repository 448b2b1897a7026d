// The page of a desk: where its program lies, and its title. All that it shows comes after signing in, so the server draws nothing.
// It asks for no device; a key of the browser is asked for through WebAuthn.
import type { Page } from "../../page/page.ts";
import { tables } from "./page/words/words.ts";

export const deskPage: Page = {
  folder: new URL("./page/", import.meta.url),
  at: "/",
  words: { ko: tables.ko.desk, en: tables.en.desk },
};

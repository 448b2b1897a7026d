/**
 * The issuer's page as its listener serves it: the # tab with the COVID-19 page in front (clause S3), the status board on it, and the button.
 * Figures that cannot be had leave the rest as it is, and a reader without scripts sees the board and is told what check-in needs.
 * It knows nobody: who a person is stands in no file of it.
 */
import { Effect } from "effect";
import { h } from "preact";
import type { Page } from "../page/page.ts";
import { boardDaysUsually } from "../protocol/figures.ts";
import type { BoardShown } from "./boardshown.ts";
import { Figures } from "./page/figures.ts";
import { Front } from "./page/front.ts";
import { words } from "./page/words.ts";

export const issuerPageFolder = new URL("./page/", import.meta.url);

export const issuerPage = ({ ofDays }: BoardShown["Service"]): Page => ({
  folder: issuerPageFolder,
  at: "/",
  words,
  devices: ["camera"],
  first: (reader) =>
    Effect.map(
      Effect.match(ofDays(boardDaysUsually), {
        onSuccess: (value) => ({ ok: true, value }) as const,
        onFailure: ({ code }) => ({ ok: false, met: { code } }) as const,
      }),
      (board) => h(Front, { reader }, h(Figures, { reader, board })),
    ),
});

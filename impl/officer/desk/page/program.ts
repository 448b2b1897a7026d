// The program of an officer's desk. It shows whose desk it is; signing in and cases come with its views.
// It asks the desk's own server and nobody else.
import { h } from "preact";
import { DeskView } from "../../../protocol/desk.ts";
import { ask } from "../../../page/client/ask.ts";
import { startPage } from "../../../page/client/start.ts";
import { titles } from "./words.ts";

const desk = await ask(DeskView, { path: "/v1/desk" });
startPage({
  words: titles,
  view: ({ reader }) =>
    h("h1", {}, `${titles[reader.language].title} ${desk.ok ? String(desk.value.officer) : ""}`),
});

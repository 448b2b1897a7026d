// The program of an officer's desk: asks whose desk it is and whether this tab is signed in, and then draws it.
// Where the desk cannot be reached, that is said in words.
// It asks the desk's own server and nobody else.
import { h } from "preact";
import { DeskView } from "../../../protocol/desk.ts";
import { ask } from "../../../page/client/ask.ts";
import { startPage } from "../../../page/client/start.ts";
import { Told } from "./asks.ts";
import { Desk } from "./desk.ts";
import { resume } from "./session.ts";
import { tables } from "./words/words.ts";

const desk = await ask(DeskView, { path: "/v1/desk" });
const first = await resume();
startPage({
  words: { ko: tables.ko.desk, en: tables.en.desk },
  view: ({ reader }) =>
    desk.ok ? h(Desk, { reader, desk: desk.value, first }) : h(Told, { met: desk.met, reader }),
});

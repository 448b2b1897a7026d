// The program of a page for tests that is a scanner and nothing else: it lists the codes that it was handed.
// A button takes the scanner off the page and puts it up again.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Scanner } from "../../../../impl/page/client/camera/scanner.ts";
import { startPage } from "../../../../impl/page/client/start.ts";
import type { Reader } from "../../../../impl/page/language.ts";
import { words } from "../trial/words.ts";

const Trial = ({ reader }: { readonly reader: Reader }): ComponentChild => {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [isUp, setUp] = useState(true);
  return h("div", {}, [
    h("h1", {}, words[reader.language].title),
    isUp ? h(Scanner, { reader, onCode: (text) => setCodes((before) => [...before, text]) }) : null,
    h("button", { type: "button", onClick: () => setUp(!isUp) }, "Scanner"),
    h(
      "ol",
      {},
      codes.map((code) => h("li", {}, code)),
    ),
  ]);
};

startPage({ words, view: Trial });

// The program of a small page for tests, made of all that pages share: it asks its server with a token, tells what went wrong,
// counts how long it took, and says so to screen readers. The suite presses its button.
import { Schema } from "effect";
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../../../../impl/page/client/announce.ts";
import { ask, type Question } from "../../../../impl/page/client/ask.ts";
import { startCount } from "../../../../impl/page/client/elapsed.ts";
import { startPage } from "../../../../impl/page/client/start.ts";
import { tell } from "../../../../impl/page/client/told.ts";
import type { Reader } from "../../../../impl/page/language.ts";
import { words } from "./words.ts";

const Named = Schema.Struct({ name: Schema.String, token: Schema.optionalKey(Schema.String) });
const isPath = (text: string): text is Question["path"] => text.startsWith("/");

const Trial = ({ reader }: { readonly reader: Reader }): ComponentChild => {
  const [path, setPath] = useState("/ok");
  const [said, setSaid] = useState("");
  const press = async () => {
    const sinceMs = startCount();
    if (!isPath(path)) return;
    const answer = await ask(Named, { path, token: "secret", withinMs: 500 });
    const told = answer.ok ? undefined : tell(answer.met, reader);
    const text = answer.ok
      ? `${answer.value.name} ${answer.value.token ?? ""}`
      : `${answer.met.code}: ${told?.sentence ?? ""} ${told?.advice ?? ""}`;
    setSaid(sinceMs() >= 0 ? text : "time went back");
    announce(text);
  };
  return h("form", { onSubmit: (event: Event) => event.preventDefault() }, [
    h("h1", {}, words[reader.language].title),
    h("label", {}, [
      "Path ",
      h("input", { value: path, onInput: ({ currentTarget }) => setPath(currentTarget.value) }),
    ]),
    h("button", { type: "button", onClick: () => void press() }, "Ask"),
    h("output", {}, said),
  ]);
};

startPage({ words, view: Trial });

// Looks for a number in every file of every party, and says of each where it was found and where it was not.
// It says only what was found: bytes that are there, or are not.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../../../impl/page/client/announce.ts";
import { ask } from "../../../impl/page/client/ask.ts";
import { sayNumber } from "../../../impl/page/client/say.ts";
import { tell } from "../../../impl/page/client/told.ts";
import type { Reader } from "../../../impl/page/language.ts";
import { SearchSeen } from "./forms.ts";
import { Typing } from "./typing.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

const results = ({ parties }: SearchSeen, { search }: Words, reader: Reader): ComponentChild =>
  h(
    "ul",
    { class: "results" },
    parties.map(({ party, files, bytes, found }) =>
      h("li", { key: party, class: found.length > 0 ? "found" : "absent", "data-party": party }, [
        h("strong", {}, party),
        `: ${
          found.length > 0
            ? search.found(found.join(", "))
            : search.absent(sayNumber(files, reader), sayNumber(bytes, reader))
        }`,
      ]),
    ),
  );

export const Search = ({
  reader,
  spoken,
}: {
  readonly reader: Reader;
  readonly spoken: Words;
}): ComponentChild => {
  const { search } = spoken;
  const [seen, setSeen] = useState<SearchSeen>();
  const [told, setTold] = useState("");
  const look = async (text: string): Promise<void> => {
    setSeen(undefined);
    setTold(search.looking);
    const answer = await ask(SearchSeen, { method: "POST", path: "/v1/search", body: { text } });
    const found = answer.ok ? answer.value.parties.filter((party) => party.found.length > 0).length : 0;
    const said = answer.ok
      ? search.summary(sayNumber(found, reader), sayNumber(answer.value.parties.length, reader))
      : tell(answer.met, reader).sentence;
    if (answer.ok) setSeen(answer.value);
    setTold(said);
    announce(said);
  };
  return h("section", { "aria-labelledby": "search" }, [
    h("h2", { id: "search" }, search.title),
    h("p", {}, search.note),
    h(Typing, { label: search.sought, button: search.look, typed: (text: string) => void look(text) }),
    told === "" ? null : h("p", { class: "note" }, told),
    seen === undefined ? null : results(seen, spoken, reader),
  ]);
};

// The links to everybody's pages, each with a sentence who uses it; one that is still starting is shown so, and goes live by itself.
// A link opens a new tab, which knows nothing of the one it came from.
import { h, type ComponentChild } from "preact";
import type { Member } from "./forms.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

const link = (address: string, text: string, { opensIn }: Words): ComponentChild =>
  h("a", { href: address, target: "_blank", rel: "noreferrer" }, [
    text,
    h("span", { class: "heard" }, ` (${opensIn})`),
  ]);

/** "Issuer 1", where there are several. */
const titleOf = ({ name, kind }: Member, { names }: Words): string => {
  const number = /-(\d+)$/.exec(name)?.[1];
  return number === undefined ? names[kind] : `${names[kind]} ${number}`;
};

const documentsOf = (url: string): string => new URL("/docs", url).href;

const member = (one: Member, spoken: Words): ComponentChild => {
  const { name, kind, url } = one;
  const title = titleOf(one, spoken);
  const hasPage = kind !== "custodian";
  return h("li", { key: name, class: url === undefined ? "starting" : "runs", "data-member": name }, [
    h("h3", {}, url === undefined || !hasPage ? title : link(url, title, spoken)),
    h("p", {}, spoken.uses[kind]),
    url === undefined
      ? h("p", { class: "quietly" }, `${title} ${spoken.starting}`)
      : kind === "desk"
        ? null
        : h("p", { class: "quietly" }, link(documentsOf(url), `${spoken.documents}: ${name}`, spoken)),
  ]);
};

export const Pages = ({
  members,
  spoken,
}: {
  readonly members: readonly Member[];
  readonly spoken: Words;
}): ComponentChild =>
  h("section", { "aria-labelledby": "pages" }, [
    h("h2", { id: "pages" }, spoken.pages),
    h(
      "ul",
      { class: "cards" },
      members.map((one) => member(one, spoken)),
    ),
  ]);

// The HTML of a page in the reader's language: its title, its files, and what stands on it before its program runs.
// The program finds the element that it draws into, and the line in which it tells screen readers what has changed.
// It holds no script and no style of its own, because a page's policy allows none.
import { h, type ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import { Frame } from "./client/frame.ts";
import type { Reader } from "./language.ts";
import { placeIds } from "./placeids.ts";
import { withoutScript } from "./withoutscript.ts";

const head = (title: string, at: string): ComponentChild =>
  h("head", {}, [
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light" }),
    h("title", {}, title),
    // Without it a browser asks for an icon by itself.
    h("link", { rel: "icon", href: "data:," }),
    h("link", { rel: "stylesheet", href: `${at}style.css` }),
    h("script", { type: "module", src: `${at}program.js` }),
  ]);

const body = (first: ComponentChild, reader: Reader): ComponentChild =>
  h("body", {}, [
    h(
      "div",
      { id: placeIds.page },
      h(Frame, { reader }, first ?? h("noscript", {}, h("p", {}, withoutScript[reader.language]))),
    ),
    h("p", { id: placeIds.said, role: "status", "aria-live": "polite", class: "heard" }),
  ]);

export const documentOf = (
  { title, at, first }: { readonly title: string; readonly at: string; readonly first?: ComponentChild },
  reader: Reader,
): string =>
  `<!doctype html>${renderToString(h("html", { lang: reader.language }, [head(title, at), body(first, reader)]))}`;

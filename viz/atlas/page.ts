// The atlas in the browser: reads its data from its own file, shows one view of it in one language, and answers to presses.
// bundle.ts makes it and its parts into the one file that people open.
// It asks nothing of any network and keeps its place in the address alone.
import { select } from "d3";
import { languages, stamp, type AtlasData } from "./data.ts";
import { readPlace, writePlace, type Place } from "./page/address.ts";
import { fillDetails } from "./page/details/details.ts";
import { markTouched, pickedBy } from "./page/picked.ts";
import { addClose, addFrame, type Frame } from "./page/frame.ts";
import { addLegend } from "./page/legend.ts";
import type { Html } from "../html.ts";
import { addNote } from "./page/notes/field.ts";
import { makeNotes } from "./page/notes/notes.ts";
import { printOn } from "./page/paper.ts";
import { pictured } from "./page/pictured.ts";
import { viewsOf } from "./page/views.ts";
import type { Follow, Reader } from "./page/views/view.ts";

const isAtlas = (value: unknown): value is AtlasData =>
  typeof value === "object" && value !== null && "stamp" in value && value.stamp === stamp;

function start(data: AtlasData, root: Html): void {
  const views = viewsOf(data);
  const firstView = views[0]?.id ?? "";
  let place: Place = readPlace(location.hash, { language: data.language, view: firstView });
  let frame: Frame | undefined;
  const follows = new Map<string, Follow>();

  const notes = makeNotes(data.lawHash);
  const changed = new Set(data.changes?.changes.map(({ id }) => id));
  const mark = (): void => {
    const noted = new Set(notes.all().map(({ at }) => at));
    markTouched(root, { at: place.asked["at"], noted, changed });
  };

  const goTo = (next: Place): void => {
    history.replaceState(null, "", writePlace(next));
    show(next);
  };
  const readerIn = (language: Place["language"]): Reader => ({
    data,
    language,
    place: () => place,
    go: (change) => {
      const asked = Object.entries({ ...place.asked, ...change }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      goTo({ ...place, asked: Object.fromEntries(asked) });
    },
    notes,
    marked: mark,
    addressOf: (view, asked = {}) => writePlace({ language, view, asked }),
  });

  const build = (language: Place["language"]): Frame => {
    const reader = readerIn(language);
    const built = addFrame(root, views, reader);
    follows.clear();
    for (const view of views) {
      const section = built.sections.get(view.id);
      const follow = section === undefined ? undefined : view.fill(section, reader);
      if (follow !== undefined) follows.set(view.id, follow);
    }
    document.documentElement.lang = language;
    return built;
  };

  const showPanel = (panel: Html, { language, view, asked }: Place): void => {
    const isExplained = fillDetails(panel, readerIn(language), asked["at"]);
    const picture = pictured(data, view);
    if (isExplained) addClose(panel, language);
    else if (picture !== undefined) addLegend(panel, language, picture);
    panel.classed("elsewhere", !isExplained && picture === undefined);
    if (isExplained) addNote(panel, readerIn(language), asked["at"] ?? "");
    mark();
  };

  const show = (next: Place): void => {
    const view = views.some(({ id }) => id === next.view) ? next.view : firstView;
    if (frame === undefined || place.language !== next.language) frame = build(next.language);
    place = { ...next, view };
    for (const [id, section] of frame.sections) section.classed("elsewhere", id !== view);
    frame.contents.selectAll<HTMLElement, unknown>("[data-view]").attr("aria-current", function () {
      return this.dataset["view"] === view ? "page" : null;
    });
    follows.get(view)?.(place);
    showPanel(frame.panel, place);
  };

  /** Puts what is explained away; the reader is back at the part of the picture or table that it was about. */
  const close = (): void => {
    const at = place.asked["at"];
    readerIn(place.language).go({ at: undefined });
    const within = frame?.sections
      .get(place.view)
      ?.selectAll<SVGElement | HTMLElement, unknown>("[tabindex], button");
    within
      ?.filter(function () {
        return at !== undefined && pickedBy(this) === at;
      })
      .node()
      ?.focus();
  };

  const press = (element: Element): boolean => {
    const asked = element.getAttribute("data-language");
    const language = languages.find((one) => one === asked);
    const at = pickedBy(element);
    if (language !== undefined) goTo({ ...place, language });
    else if (element.closest("[data-close]") !== null) close();
    else if (at !== undefined) readerIn(place.language).go({ at });
    else return false;
    return true;
  };

  root.on("click", (event: MouseEvent) => {
    if (event.target instanceof Element) press(event.target);
  });
  root.on("keydown", (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && place.asked["at"] !== undefined) close();
    const isPress = event.key === "Enter" || event.key === " ";
    if (isPress && event.target instanceof SVGElement && press(event.target)) event.preventDefault();
  });
  window.addEventListener("hashchange", () => {
    const next = readPlace(location.hash, { language: place.language, view: firstView });
    const isElsewhere = next.view !== place.view;
    show(next);
    if (isElsewhere) window.scrollTo(0, 0);
  });
  window.addEventListener("beforeunload", (event) => {
    if (notes.isUnsaved()) event.preventDefault();
  });
  printOn(root, views, () => readerIn(place.language));
  show(place);
}

const found: unknown = JSON.parse(document.getElementById("atlas-data")?.textContent ?? "null");
const root = document.getElementById("atlas");
if (root !== null && isAtlas(found)) start(found, select(root));

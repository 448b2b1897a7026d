// The atlas in the browser: reads its data from its own file, draws everything in one language, and answers to presses.
// bundle.ts makes it and its parts into the one file that people open.
// It asks nothing of any network and keeps its state in the address alone.
import { select } from "d3";
import { languages, stamp, type AtlasData } from "./data.ts";
import { readPlace, writePlace, type Place } from "./page/address.ts";
import { fillDetails } from "./page/details.ts";
import { addFrame } from "./page/frame.ts";
import type { Html } from "./page/html.ts";
import { addLegend } from "./page/legend.ts";

const isAtlas = (value: unknown): value is AtlasData =>
  typeof value === "object" && value !== null && "stamp" in value && value.stamp === stamp;

/** The state or transition that an element stands for. */
function pickedBy(element: Element): string | undefined {
  const box = element.closest("[data-state]");
  const machine = box?.closest("[data-machine]")?.getAttribute("data-machine");
  if (machine !== undefined && machine !== null) return `${machine}.${box?.getAttribute("data-state") ?? ""}`;
  const button = element.closest("[data-transition], [data-pick]");
  return button?.getAttribute("data-transition") ?? button?.getAttribute("data-pick") ?? undefined;
}

const machineOf = (at: string): string => at.split(/[.:]/)[0] ?? "";

function start(data: AtlasData, root: Html): void {
  let shown: Place | undefined;

  const show = (place: Place): void => {
    if (shown?.language !== place.language) addFrame(root, data, place.language);
    shown = place;
    document.documentElement.lang = place.language;
    const panel = root.select<HTMLElement>("#details");
    if (!fillDetails(panel, data, place.language, place.at)) addLegend(panel, place.language);
    root.selectAll<Element, unknown>("[data-transition], [data-state]").each(function () {
      this.classList.toggle("chosen", place.at !== undefined && pickedBy(this) === place.at);
    });
  };

  const go = (place: Place): void => {
    history.replaceState(null, "", writePlace(place));
    show(place);
  };

  const press = (element: Element): boolean => {
    const place = shown ?? { language: data.language };
    const language = languages.find((one) => one === element.getAttribute("data-language"));
    const section = element.getAttribute("data-goto");
    const at = pickedBy(element);
    if (language !== undefined) go({ ...place, language });
    else if (section !== null) {
      document.getElementById(section)?.scrollIntoView();
      go({
        language: place.language,
        ...(section.startsWith("machine-") ? { machine: section.slice(8) } : {}),
      });
    } else if (at !== undefined) go({ language: place.language, machine: machineOf(at), at });
    else return false;
    return true;
  };

  root.on("click", (event: MouseEvent) => {
    if (event.target instanceof Element) press(event.target);
  });
  root.on("keydown", (event: KeyboardEvent) => {
    const isPress = event.key === "Enter" || event.key === " ";
    if (isPress && event.target instanceof SVGElement && press(event.target)) event.preventDefault();
  });
  window.addEventListener("hashchange", () => {
    show(readPlace(location.hash, data.language));
  });
  const first = readPlace(location.hash, data.language);
  show(first);
  if (first.machine !== undefined) document.getElementById(`machine-${first.machine}`)?.scrollIntoView();
}

const found: unknown = JSON.parse(document.getElementById("atlas-data")?.textContent ?? "null");
const root = document.getElementById("atlas");
if (root !== null && isAtlas(found)) start(found, select(root));

// The controls: to the beginning, back, play or stop, step, to the end, and how fast it plays by itself.
// They are made once for a language and only change their words and whether they can be pressed, so that the keyboard keeps its place.
// Playing is stepping at intervals, with nothing that moves; it stops at the end and whenever another view is shown.
import { add, type Html } from "../../../../html.ts";
import type { PlayWords } from "./words.ts";

const speeds = { slow: 4_000, usual: 2_000, fast: 800 } as const;
type Speed = keyof typeof speeds;
const speedNames = ["slow", "usual", "fast"] as const satisfies readonly Speed[];

export interface Controls {
  /** Says where the story stands. */
  readonly show: (step: number, steps: number) => void;
  readonly stop: () => void;
}

export function addControls(
  parent: Html,
  words: PlayWords,
  goTo: (step: number) => void,
  isShown: () => boolean,
): Controls {
  const bar = add(parent, "div", "controls").attr("role", "group").attr("aria-label", words.controls);
  let at = 0;
  let last = 0;
  let timer: number | undefined;
  let speed: Speed = "usual";

  const button = (name: string, sign: string, press: () => void): Html =>
    add(bar, "button", "choice", `${sign} ${name}`).attr("type", "button").on("click", press);
  const stop = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
    start.text(`▶ ${words.start}`).attr("aria-pressed", "false");
  };
  const goOn = (): void => {
    if (at >= last || !isShown()) stop();
    else {
      timer = window.setTimeout(goOn, speeds[speed]);
      goTo(at + 1);
    }
  };
  const by = (step: () => number) => () => {
    stop();
    goTo(step());
  };
  const first = button(
    words.first,
    "|◀",
    by(() => 0),
  );
  const back = button(
    words.back,
    "◀",
    by(() => at - 1),
  );
  const start = button(words.start, "▶", () => {
    if (timer !== undefined) {
      stop();
      return;
    }
    start.text(`■ ${words.stop}`).attr("aria-pressed", "true");
    if (at >= last) goTo(0);
    timer = window.setTimeout(goOn, speeds[speed] / 4);
  }).attr("aria-pressed", "false");
  const next = button(
    words.step,
    "▷",
    by(() => at + 1),
  );
  const end = button(
    words.last,
    "▶|",
    by(() => last),
  );
  const chosen = add(add(bar, "label", "quiet", `${words.speed} `), "select");
  for (const name of speedNames)
    add(chosen, "option", "", words[name])
      .attr("value", name)
      .property("selected", name === speed);
  chosen.on("change", () => {
    speed = speedNames.find((name) => name === chosen.property("value")) ?? speed;
  });
  const where = add(bar, "output", "quiet");

  const enable = (one: Html, can: boolean): void => {
    one.attr("aria-disabled", can ? null : "true");
  };
  return {
    stop,
    show: (step, steps) => {
      at = step;
      last = steps;
      for (const one of [first, back]) enable(one, at > 0);
      for (const one of [next, end]) enable(one, at < last);
      where.text(at === 0 ? words.beginning : words.stepOf(at, last));
    },
  };
}

// Pictures hold everything, say everything once, and nothing in them covers anything else.
// Checked on coordinates, in both languages, for the parties and for every machine without its refusals and with them; the built
// XState machine is asked what there is to draw. A planted overlap shows that the measuring can fail.
import { beforeAll, describe, expect, it } from "vitest";
import { executable, stoppedClock } from "../../models/language/execute.ts";
import { refusalOf, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { messages, parties, rules } from "../../models/system.ts";
import { pictureOf } from "../../viz/atlas/content.ts";
import { languages } from "../../viz/atlas/data.ts";
import { overviewIn } from "../../viz/atlas/system/system.ts";
import { textWidth, wrapped } from "../../viz/layout/measure.ts";
import type { Picture } from "../../viz/layout/picture.ts";
import { sizes } from "../../viz/layout/sizes.ts";
import { inside, overlaps, runsThrough, type Named } from "./geometry.ts";

const boxesOf = (picture: Picture): readonly Named[] =>
  picture.boxes.map((box) => ({ ...box, name: box.state }));
const labelsOf = (picture: Picture): readonly Named[] =>
  picture.routes.flatMap((route) => route.buttons.map((button) => ({ ...button, name: button.transition })));
const buttonsOf = (picture: Picture) =>
  [...picture.boxes, ...picture.routes].flatMap(({ buttons }) => buttons);

const refusalsOf = (machine: Lifecycle) =>
  transitionsOf(machine).filter(({ transition }) => refusalOf(transition) !== undefined);

/** What holds of every picture, whatever is in it. */
function readable(drawn: () => Picture): void {
  it("has twelve boxes at the most, and a width that can be read", () => {
    expect(drawn().boxes.length).toBeLessThanOrEqual(12);
    expect(drawn().width).toBeLessThan(1600);
  });

  it("lets no box or label cover another, and no line run through either", () => {
    const picture = drawn();
    const boxes = boxesOf(picture);
    const labels = labelsOf(picture);
    const dot = picture.start === undefined ? [] : [{ ...picture.start.dot, name: "start" }];
    expect(overlaps([...boxes, ...labels, ...dot])).toEqual([]);
    const crossed = picture.routes.flatMap((route) => [
      ...boxes.filter((box) => runsThrough(route.points, box)).map((box) => `${route.id} | ${box.name}`),
      ...labels
        .filter((label) => !route.buttons.some((own) => own.transition === label.name))
        .filter((label) => runsThrough(route.points, label))
        .map((label) => `${route.id} | ${label.name}`),
    ]);
    expect(crossed).toEqual([]);
  });

  it("leads every line from border to border, through its own labels", () => {
    const picture = drawn();
    for (const route of picture.routes) {
      const source = picture.boxes.find(({ state }) => state === route.source);
      const target = picture.boxes.find(({ state }) => state === route.target);
      expect([source?.y, (source?.y ?? 0) + (source?.height ?? 0)]).toContainEqual(
        expect.closeTo(route.points[0]?.y ?? NaN, 0),
      );
      expect([target?.y, (target?.y ?? 0) + (target?.height ?? 0)]).toContainEqual(
        expect.closeTo(route.points.at(-1)?.y ?? NaN, 0),
      );
      for (const button of route.buttons)
        expect(runsThrough(route.points, button), button.transition).toBe(true);
    }
  });

  it("keeps everything within its frame, and every word within its label", () => {
    const picture = drawn();
    const frame = { x: 0, y: 0, width: picture.width, height: picture.height };
    for (const part of [...boxesOf(picture), ...labelsOf(picture)])
      expect(inside(part, frame), part.name).toBe(true);
    for (const box of picture.boxes) {
      const own = box.buttons.map((button) => ({ ...button, name: button.transition }));
      expect(overlaps(own)).toEqual([]);
      for (const button of own) expect(inside(button, box), button.name).toBe(true);
      expect(textWidth(box.name, sizes.nameText, "bold")).toBeLessThan(box.width);
      expect(textWidth(box.note, sizes.idText, "fixed")).toBeLessThan(box.width);
    }
    for (const { text, reason = [], width } of buttonsOf(picture)) {
      expect(textWidth(text, sizes.buttonText, "normal")).toBeLessThan(width);
      for (const line of reason) expect(textWidth(line, sizes.reasonText, "normal")).toBeLessThan(width);
    }
  });
}

const cases = machines.flatMap((machine) =>
  languages.flatMap((language) => [
    { machine, language, shown: "changes" as const, id: machine.id },
    ...(refusalsOf(machine).length === 0
      ? []
      : [{ machine, language, shown: "refusals too" as const, id: machine.id }]),
  ]),
);

describe.each(cases)("the picture of $id in $language, $shown", ({ machine, language, shown }) => {
  let picture: Picture;
  beforeAll(async () => {
    picture = await pictureOf(machine, language, defaultPolicy, shown);
  });

  readable(() => picture);

  it("begins at its dot, with every state of the built machine and every transition asked for, each once", () => {
    const built = executable(machine, defaultPolicy, stoppedClock);
    expect(picture.start?.points.length).toBeGreaterThan(1);
    expect(picture.boxes.map(({ state }) => state).sort()).toEqual(Object.keys(built.states).sort());
    const all = transitionsOf(machine);
    const builtTransitions = Object.values(built.states).flatMap((state) =>
      [...state.transitions.values()].flat(),
    );
    expect(all.length).toBe(builtTransitions.length);
    expect(
      buttonsOf(picture)
        .map(({ transition }) => transition)
        .sort(),
    ).toEqual(
      all
        .filter(({ transition }) => shown === "refusals too" || refusalOf(transition) === undefined)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("tells a refusal by a barred circle and its reason, and nothing else by them", () => {
    const refused = refusalsOf(machine);
    const barred = buttonsOf(picture).filter(({ marks }) => marks.includes("barred"));
    expect(barred.length).toBe(shown === "refusals too" ? refused.length : 0);
    for (const { transition, kind, reason } of buttonsOf(picture)) {
      const isRefused = refused.some(({ id }) => id === transition);
      expect([kind === "refusal", reason !== undefined], transition).toEqual([isRefused, isRefused]);
    }
  });
});

describe.each(languages)("the picture of the parties in %s", (language) => {
  let picture: Picture;
  beforeAll(async () => {
    picture = await overviewIn(language);
  });

  readable(() => picture);

  it("has every party once, and on its edge every message and every trigger from another party", () => {
    expect(picture.boxes.map(({ state }) => state)).toEqual(parties.map((party) => `party:${party}`));
    const onEdges = picture.routes.flatMap(({ source, target, buttons }) =>
      buttons.map(({ transition }) => `${source} ${transition} ${target}`),
    );
    expect(new Set(onEdges).size).toBe(onEdges.length);
    for (const { from, name, to } of messages)
      expect(onEdges).toContain(`party:${from} message:${name} party:${to}`);
    for (const { trigger, party } of rules.filter((rule) => rule.trigger.from !== rule.party))
      expect(
        onEdges.some((edge) => edge.startsWith(`party:${trigger.from} `) && edge.endsWith(` party:${party}`)),
      ).toBe(true);
  });
});

it.each(["verification", "disclosure"])("%s is drawn the same, byte for byte, a second time", async (id) => {
  const machine = machines.find((one) => one.id === id);
  if (machine === undefined) throw new Error(`there is no machine ${id}`);
  const drawn = async () => JSON.stringify(await pictureOf(machine, "ko", defaultPolicy));
  const first = await drawn();
  expect(await drawn()).toBe(first);
  expect(first).not.toContain("$H");
});

describe("the measuring", () => {
  const box = { x: 0, y: 0, width: 10, height: 10, name: "box" };

  it("finds an overlap and a line through a box, and lets touching pass", () => {
    expect(overlaps([box, { ...box, x: 9, name: "late" }])).toEqual(["box | late"]);
    expect(overlaps([box, { ...box, x: 10, name: "beside" }])).toEqual([]);
    const down = (from: number) => [
      { x: 5, y: from },
      { x: 5, y: 15 },
    ];
    expect(runsThrough(down(-5), box)).toBe(true);
    expect(runsThrough(down(10), box)).toBe(false);
  });

  it("gives Hangul a full em", () => {
    expect(textWidth("출입기록", 10, "normal")).toBe(40);
  });

  it("breaks lines between words, loses none, and gives a long word a line of its own", () => {
    expect(wrapped("aaa bbb ccc", 10, 50)).toEqual(["aaa bbb", "ccc"]);
    expect(wrapped("a wholelongword b", 10, 30)).toEqual(["a", "wholelongword", "b"]);
    expect(wrapped("", 10, 30)).toEqual([""]);
  });
});

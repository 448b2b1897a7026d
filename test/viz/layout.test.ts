// Pictures of the machines hold everything, say everything once, and nothing in them covers anything else.
// Checked on coordinates, in both languages, for every machine; the built XState machine is asked what there is to draw.
// A planted overlap shows that the measuring can fail.
import { describe, expect, it } from "vitest";
import { executable, stoppedClock } from "../../models/language/execute.ts";
import { refusalOf, transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { pictureOf } from "../../viz/atlas/content.ts";
import { languages } from "../../viz/atlas/data.ts";
import { textWidth } from "../../viz/layout/measure.ts";
import type { Picture } from "../../viz/layout/picture.ts";
import { sizes } from "../../viz/layout/sizes.ts";
import { inside, overlaps, runsThrough, type Named } from "./geometry.ts";

const boxesOf = (picture: Picture): readonly Named[] =>
  picture.boxes.map((box) => ({ ...box, name: box.state }));
const labelsOf = (picture: Picture): readonly Named[] =>
  picture.routes.flatMap((route) => route.buttons.map((button) => ({ ...button, name: button.transition })));

const cases = machines.flatMap((machine) =>
  languages.map((language) => ({ machine, language, id: machine.id })),
);

describe.each(cases)("the picture of $id in $language", ({ machine, language }) => {
  it("is the same, byte for byte, when it is drawn again", async () => {
    const first = JSON.stringify(await pictureOf(machine, language, defaultPolicy));
    expect(JSON.stringify(await pictureOf(machine, language, defaultPolicy))).toBe(first);
    expect(first).not.toContain("$H");
  });

  it("has every state of the built machine, and every transition but the refusals, each once", async () => {
    const picture = await pictureOf(machine, language, defaultPolicy);
    const built = executable(machine, defaultPolicy, stoppedClock);
    expect(picture.boxes.map(({ state }) => state).sort()).toEqual(Object.keys(built.states).sort());
    const drawn = [...picture.boxes, ...picture.routes].flatMap(({ buttons }) => buttons);
    const all = transitionsOf(machine);
    const builtTransitions = Object.values(built.states).flatMap((state) =>
      [...state.transitions.values()].flat(),
    );
    expect(all.length).toBe(builtTransitions.length);
    expect(drawn.map(({ transition }) => transition).sort()).toEqual(
      all
        .filter(({ transition }) => refusalOf(transition) === undefined)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("lets no box or label cover another, and no line run through either", async () => {
    const picture = await pictureOf(machine, language, defaultPolicy);
    const boxes = boxesOf(picture);
    const labels = labelsOf(picture);
    expect(overlaps([...boxes, ...labels, { ...picture.start.dot, name: "start" }])).toEqual([]);
    const crossed = picture.routes.flatMap((route) => [
      ...boxes.filter((box) => runsThrough(route.points, box)).map((box) => `${route.id} | ${box.name}`),
      ...labels
        .filter((label) => !route.buttons.some((own) => own.transition === label.name))
        .filter((label) => runsThrough(route.points, label))
        .map((label) => `${route.id} | ${label.name}`),
    ]);
    expect(crossed).toEqual([]);
  });

  it("leads every line from border to border, through its own labels", async () => {
    const picture = await pictureOf(machine, language, defaultPolicy);
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

  it("keeps everything within its frame, and every word within its label", async () => {
    const picture = await pictureOf(machine, language, defaultPolicy);
    const frame = { x: 0, y: 0, width: picture.width, height: picture.height };
    for (const part of [...boxesOf(picture), ...labelsOf(picture)])
      expect(inside(part, frame), part.name).toBe(true);
    for (const box of picture.boxes) {
      for (const button of box.buttons) expect(inside(button, box), button.transition).toBe(true);
      expect(textWidth(box.name, sizes.nameText, "bold")).toBeLessThan(box.width);
    }
    for (const button of [...picture.boxes, ...picture.routes].flatMap(({ buttons }) => buttons)) {
      expect(textWidth(button.text, sizes.buttonText, "normal")).toBeLessThan(button.width);
    }
  });
});

describe("the measuring", () => {
  const box = { x: 0, y: 0, width: 10, height: 10, name: "box" };

  it("finds an overlap and a line through a box, and lets touching pass", () => {
    expect(overlaps([box, { ...box, x: 9, name: "late" }])).toEqual(["box | late"]);
    expect(overlaps([box, { ...box, x: 10, name: "beside" }])).toEqual([]);
    expect(
      runsThrough(
        [
          { x: 5, y: -5 },
          { x: 5, y: 15 },
        ],
        box,
      ),
    ).toBe(true);
    expect(
      runsThrough(
        [
          { x: 5, y: 10 },
          { x: 5, y: 15 },
        ],
        box,
      ),
    ).toBe(false);
  });

  it("gives Hangul a full em", () => {
    expect(textWidth("출입기록", 10, "normal")).toBe(40);
  });
});

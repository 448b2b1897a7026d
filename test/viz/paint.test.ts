// @vitest-environment jsdom
// What the painters write into an SVG element, in a document without a browser behind it.
// Every transition is a button with its words, kinds differ in more than colour, and bars begin at zero.
// Places are the layout's business and are tested there.
import { describe, expect, it } from "vitest";
import { machineOf } from "../../models/machines.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { pictureOf } from "../../viz/atlas/content.ts";
import { paintChart } from "../../viz/paint/chart.ts";
import { paintDiagram } from "../../viz/paint/diagram.ts";
import { paintLines } from "../../viz/paint/lines.ts";
import { paintRanks } from "../../viz/paint/ranks.ts";
import { paintTradeoff } from "../../viz/paint/tradeoff.ts";

const element = (): SVGSVGElement => globalThis.document.createElementNS("http://www.w3.org/2000/svg", "svg");
const attribute = (of: Element | null | undefined, name: string): string | null =>
  of?.getAttribute(name) ?? null;

describe("a diagram", () => {
  const paint = async (id: string) => {
    const machine = machineOf(id);
    if (machine === undefined) throw new Error(`there is no machine ${id}`);
    const picture = await pictureOf(machine, "en", defaultPolicy);
    const svg = element();
    paintDiagram(svg, picture, "title");
    return { picture, svg };
  };

  it("has a button with words for every transition, reachable by keyboard", async () => {
    const { picture, svg } = await paint("verification");
    const buttons = [...picture.boxes, ...picture.routes].flatMap((part) => part.buttons);
    const painted = [...svg.querySelectorAll("[data-transition]")];
    expect(painted.map((one) => attribute(one, "data-transition")).sort()).toEqual(
      buttons.map(({ transition }) => transition).sort(),
    );
    expect(painted.every((one) => attribute(one, "tabindex") === "0" && one.textContent !== "")).toBe(true);
  });

  it("dashes deadlines and only them", async () => {
    const { picture, svg } = await paint("visit");
    for (const route of picture.routes) {
      const line = svg.querySelector(`[data-route="${route.id}"] path:last-child`);
      expect(attribute(line, "stroke-dasharray") !== null).toBe(route.kind === "deadline");
    }
  });

  it("gives states another shape where nothing is kept, and a second border where nothing follows", async () => {
    const { picture, svg } = await paint("visit");
    for (const box of picture.boxes) {
      const group = svg.querySelector(`[data-state="${box.state}"]`);
      expect(attribute(group?.querySelector(".outline"), "d")?.includes("A")).toBe(!box.gone);
      expect(group?.querySelectorAll("path").length).toBe(box.final ? 2 : 1);
    }
  });

  it("is the same when it is painted again into the same element", async () => {
    const { picture, svg } = await paint("consent");
    const first = svg.outerHTML;
    paintDiagram(svg, picture, "title");
    expect(svg.outerHTML).toBe(first);
  });
});

describe("a chart", () => {
  const words = { count: String, day: (day: string) => day };
  const paint = (values: readonly number[], shape: "bars" | "area") => {
    const svg = element();
    const days = values.map((_, index) => `2020-07-0${index + 1}`);
    paintChart(svg, { title: "Check-ins", days, values, shape, colour: "#009e73" }, words);
    return svg;
  };
  const heights = (svg: SVGSVGElement) =>
    [...svg.querySelectorAll("rect")].map((bar) => Number(attribute(bar, "height")));

  it("begins its bars at zero: twice the figure is twice the height", () => {
    const [none, half, whole] = heights(paint([0, 50, 100], "bars"));
    expect(none).toBe(0);
    expect(whole).toBeCloseTo(2 * (half ?? 0));
    expect(whole).toBeGreaterThan(50);
  });

  it("labels its highest and its last day in place", () => {
    const words = [...paint([1, 97, 3, 42], "bars").querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toContain("97");
    expect(words).toContain("42");
    expect(words).toContain("Check-ins");
  });

  it("draws days on which nothing happened without a broken number", () => {
    expect(paint([0, 0], "bars").outerHTML).not.toContain("NaN");
    expect(paint([7], "area").outerHTML).not.toContain("NaN");
  });
});

describe("several lines", () => {
  const steps = ["00:00", "00:10", "00:20"];
  const paint = (half: readonly (number | undefined)[], most: readonly (number | undefined)[]) => {
    const svg = element();
    const lines = [
      { name: "99 of 100", values: most, colour: "#b34700", dash: "5 4" },
      { name: "half", values: half, colour: "#0072b2" },
    ];
    paintLines(svg, { title: "Waits", steps, every: 1, lines }, String);
    return svg;
  };
  const named = (svg: SVGSVGElement, name: string) =>
    [...svg.querySelectorAll("text")].find((text) => text.textContent === name);

  it("differ in dash, and have their names at their ends, never over one another", () => {
    const svg = paint([1, 2, 3], [1, 2, 3]);
    expect(svg.querySelectorAll('path[fill="none"][stroke-dasharray]').length).toBe(1);
    expect(svg.querySelectorAll('path[fill="none"]:not([stroke-dasharray])').length).toBe(1);
    const places = ["99 of 100", "half"].map((name) => Number(attribute(named(svg, name), "y")));
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThanOrEqual(13);
  });

  it("have a gap where nothing is known, and no broken number where nothing is known at all", () => {
    const [, half] = [...paint([1, undefined, 3], [4, 5, 6]).querySelectorAll('path[fill="none"]')];
    expect(attribute(half, "d")?.match(/M/g)?.length).toBe(2);
    expect(paint([undefined], [undefined]).outerHTML).not.toContain("NaN");
  });
});

describe("steps and ranks", () => {
  it("begin at zero too: the outline of steps reaches the ground, and a rank of twice the figure is twice as long", () => {
    const svg = element();
    const figures = { title: "Passes", days: ["00:00", "00:10"], values: [0, 8], colour: "#0072b2" };
    paintChart(svg, { ...figures, shape: "steps", every: 1 }, { count: String, day: String });
    expect(attribute(svg.querySelector('path[fill="#0072b2"]'), "d")).toMatch(
      /^M64,172V172H[\d.]+V44H410V172Z$/,
    );
    const ranks = [
      { name: "one", value: 100 },
      { name: "other", value: 50 },
    ];
    paintRanks(svg, { title: "Reasons", ranks, colour: "#d55e00" }, String);
    const [whole = 0, half = 0] = [...svg.querySelectorAll("rect")].map((bar) =>
      Number(attribute(bar, "width")),
    );
    expect(whole).toBeCloseTo(2 * half);
    const words = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual(["Reasons", "one", "100", "other", "50"]);
  });
});

describe("a trade-off", () => {
  const choices = [7, 14, 28, 56].map((days) => ({
    name: `${days} d`,
    paid: days * 100,
    bought: 1 - 1 / days,
    isPresent: days === 28,
  }));
  const says = { share: String, count: String };

  it("marks every choice, names the present one, and names no other over it", () => {
    const svg = element();
    const close = { name: "29 d", paid: 2_900, bought: 0.97, isPresent: false };
    paintTradeoff(svg, { title: "Curve", choices: [...choices, close], paidName: "person-days" }, says);
    expect(svg.querySelectorAll("circle").length).toBe(5);
    expect(svg.querySelectorAll('circle[r="6"]').length).toBe(1);
    const words = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    for (const name of ["7 d", "28 d", "56 d"]) expect(words).toContain(name);
    expect(words).not.toContain("29 d");
  });
});

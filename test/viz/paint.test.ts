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

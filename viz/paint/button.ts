// A label, which is a button: a rounded plate with signs and words.
// A clock marks a deadline, a loop a return into the same state, a barred circle a refusal, two linked boxes a machine,
// and a number one of several answers; so no kind is told by colour alone.
// It paints and names itself for readers who hear the page; what a press does, and where a machine's leads, is the page's business.
import type { Selection } from "d3";
import type { Button, Mark } from "../layout/picture.ts";
import { sizes } from "../layout/sizes.ts";
import { fonts, palette } from "./palette.ts";

export type Group = Selection<SVGGElement, unknown, null, undefined>;

type Painter = (
  group: Selection<SVGElement, unknown, null, undefined>,
  x: number,
  y: number,
  colour: string,
) => void;

const stroke =
  (shape: (x: number, y: number) => string): Painter =>
  (group, x, y, colour) => {
    group
      .append("path")
      .attr("d", shape(x, y))
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", 1.4);
  };

const circle = (x: number, y: number) => `M${x - 5.5},${y}a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0`;
const painters: Readonly<Record<Mark, Painter>> = {
  clock: stroke((x, y) => `${circle(x, y)}M${x},${y - 3.5}V${y}H${x + 2.8}`),
  loop: stroke((x, y) => `M${x + 4.2},${y - 2.6}a5,5 0 1,0 0.7,3.4M${x + 5.2},${y - 6}v3.6h-3.6`),
  barred: stroke((x, y) => `${circle(x, y)}M${x - 3.9},${y + 3.9}L${x + 3.9},${y - 3.9}`),
  states: stroke((x, y) => `M${x - 6},${y - 5}h6v4h-6zM${x},${y + 1}h6v4h-6zM${x - 3},${y - 1}v4h3`),
};

const order =
  (place: number): Painter =>
  (group, x, y, colour) => {
    group.append("circle").attr("cx", x).attr("cy", y).attr("r", 7).attr("fill", colour);
    group
      .append("text")
      .attr("x", x)
      .attr("y", y + 3.5)
      .attr("text-anchor", "middle")
      .attr("font-size", sizes.orderText)
      .attr("font-weight", 700)
      .attr("fill", palette.paper)
      .text(`${String(place)} `);
  };

const looks: Readonly<
  Record<Button["kind"], { readonly colour: string; readonly tint: string; readonly dash: string | null }>
> = {
  event: { colour: palette.event, tint: palette.paper, dash: null },
  deadline: { colour: palette.deadline, tint: palette.deadlineTint, dash: "5 3" },
  refusal: { colour: palette.refused, tint: palette.paper, dash: "1.5 2.5" },
  machine: { colour: palette.quiet, tint: palette.paper, dash: null },
};

const nameOf = ({ text, order, reason = [] }: Button): string =>
  [...(order === undefined ? [] : [String(order)]), text, ...reason].join(" ");

export function paintButton(parent: Group, button: Button): void {
  const { colour, tint, dash } = looks[button.kind];
  const leads = button.kind === "machine";
  const group = parent
    .append<SVGElement>(leads ? "a" : "g")
    .attr("class", `button ${button.kind}`)
    .attr(leads ? "data-view" : "data-transition", button.transition)
    .attr("role", leads ? "link" : "button")
    .attr("tabindex", 0)
    .attr("aria-label", nameOf(button));
  group
    .append("rect")
    .attr("x", button.x)
    .attr("y", button.y)
    .attr("width", button.width)
    .attr("height", button.height)
    .attr("rx", sizes.buttonHeight / 2)
    .attr("fill", tint)
    .attr("stroke", colour)
    .attr("stroke-width", 1.2)
    .attr("stroke-dasharray", dash);
  const signs: readonly Painter[] = [
    ...button.marks.map((mark) => painters[mark]),
    ...(button.order === undefined ? [] : [order(button.order)]),
  ];
  const firstLine = button.y + sizes.buttonHeight / 2;
  signs.forEach((paint, index) => {
    paint(group, button.x + sizes.buttonPadding + 5 + index * sizes.markWidth, firstLine, colour);
  });
  /** The space keeps lines apart where the text of the button is read as one. */
  const write = (text: string, x: number, middle: number, sizePx: number) =>
    group
      .append("text")
      .attr("x", x)
      .attr("y", middle + sizePx * 0.36)
      .attr("text-anchor", "middle")
      .attr("font-family", fonts.words)
      .attr("font-size", sizePx)
      .attr("fill", palette.ink)
      .text(`${text} `);
  const room = signs.length * sizes.markWidth;
  write(button.text, button.x + room + (button.width - room) / 2, firstLine, sizes.buttonText);
  (button.reason ?? []).forEach((line, index) => {
    const below = sizes.buttonHeight / 2 + sizes.reasonPitch * (index + 0.5);
    write(line, button.x + button.width / 2, firstLine + below, sizes.reasonText);
  });
}

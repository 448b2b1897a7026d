// Seconds that run down beside a QR code: a ring that empties, and figures in it for whoever reads them.
// Screen readers find a timer, and are told at few moments by whoever shows it, never each second.
import { h, type ComponentChild } from "preact";

export interface RingProps {
  readonly secondsLeft: number;
  readonly seconds: number;
  readonly said: string;
  readonly name: string;
}

const size = 64;
const middle = size / 2;
const radius = 27;
const around = 2 * Math.PI * radius;

export const Ring = ({ secondsLeft, seconds, said, name }: RingProps): ComponentChild =>
  h("p", { class: "ring", role: "timer", "aria-live": "off", "aria-label": name }, [
    h("svg", { viewBox: `0 0 ${String(size)} ${String(size)}`, "aria-hidden": "true" }, [
      h("circle", { class: "whole", cx: middle, cy: middle, r: radius }),
      h("circle", {
        class: "left",
        cx: middle,
        cy: middle,
        r: radius,
        "stroke-dasharray": around.toFixed(1),
        "stroke-dashoffset": (around * (1 - secondsLeft / seconds)).toFixed(1),
        transform: `rotate(-90 ${String(middle)} ${String(middle)})`,
      }),
    ]),
    h("strong", {}, said),
  ]);

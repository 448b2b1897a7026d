// A QR code on a page: black on white with its quiet zone, as large as its place, and sharp at every size.
// The text is one of the protocol, a pass or a challenge; what it says to those who do not see it is given with it.
// Take `qrpicture.css` into the page's style. It knows nothing of codes being good or bad.
import { h, type ComponentChild } from "preact";
import { qrModules } from "../../protocol/qr.ts";

/** One path for all dark modules, a run of a row at a time. */
const pathOf = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) =>
      row.map((isDark, x) => {
        if (!isDark || row[x - 1] === true) return "";
        const end = row.indexOf(false, x);
        return `M${String(x)} ${String(y)}h${String((end < 0 ? row.length : end) - x)}v1H${String(x)}z`;
      }),
    )
    .join("");

export const QrPicture = ({
  text,
  said,
}: {
  readonly text: string;
  readonly said: string;
}): ComponentChild => {
  const modules = qrModules(text);
  const size = modules.length;
  return h(
    "svg",
    {
      class: "qr",
      viewBox: `0 0 ${String(size)} ${String(size)}`,
      role: "img",
      "aria-label": said,
      "shape-rendering": "crispEdges",
    },
    [h("rect", { width: size, height: size, fill: "#fff" }), h("path", { d: pathOf(modules), fill: "#000" })],
  );
};

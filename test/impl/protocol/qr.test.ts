// QR codes: what is drawn for a pass is read back by a program that knows nothing of ours.
// The reader is jsqr; it sees pixels only, from the modules and from the SVG's own path alike.
import jsQR from "jsqr";
import { expect, it } from "vitest";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { qrModules, qrSvg, qrTerminal } from "../../../impl/protocol/qr.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";

const scale = 4;

/** What jsqr reads from a picture of the modules, four pixels each. */
const readModules = (
  modules: readonly (readonly boolean[])[],
): { text: string; version: number } | undefined => {
  const side = modules.length * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      if (dark) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  // Its types say ESM, its file is CommonJS: under Node the function is one step further in.
  const read = decode(pixels, side, side);
  return read === null ? undefined : { text: read.data, version: read.version };
};

const decode: typeof jsQR.default = typeof jsQR === "function" ? jsQR : jsQR.default;

/** The modules that a terminal's half blocks show, light on dark. */
const terminalModules = (drawn: string): boolean[][] =>
  drawn
    .split("\n")
    .filter((line) => line.length > 0)
    .flatMap((line) => [
      Array.from(line).map((block) => block !== "█" && block !== "▀"),
      Array.from(line).map((block) => block !== "█" && block !== "▄"),
    ]);

it("jsqr reads a pass from its modules, every time", () => {
  for (let round = 0; round < 20; round += 1) {
    const text = encodePassText(randomBytes(122));
    expect(readModules(qrModules(text))).toEqual({ text, version: 8 });
  }
});

it("jsqr reads a pass from a terminal's half blocks", () => {
  const text = encodePassText(randomBytes(122));
  const modules = terminalModules(qrTerminal(text));
  const width = modules[0]?.length ?? 0;
  // Half blocks come in pairs of rows: the odd last row has no partner.
  expect(readModules(modules.slice(0, width))?.text).toBe(text);
});

it("the SVG is one drawing of the same size, with four modules of quiet zone", () => {
  const svg = qrSvg(encodePassText(randomBytes(122)));
  expect(svg).toMatch(/^<svg[^>]* viewBox="0 0 57 57"/);
  expect(svg).toContain("</svg>");
  const modules = qrModules(encodePassText(randomBytes(122)));
  expect(modules).toHaveLength(57);
  expect(
    modules
      .slice(0, 4)
      .flat()
      .some((dark) => dark),
  ).toBe(false);
});

// The QR code that the tour draws: the file and the terminal show the same pass to a reader that knows nothing of ours.
// The reader is jsqr; it sees pixels only, from the squares of the SVG's path and from the terminal's half blocks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsQR from "jsqr";
import { expect, it } from "vitest";
import { decodePassText, passVersions } from "../../../impl/protocol/pass.ts";
import { seoul } from "../../../sim/tour/moment.ts";
import { inFreshFolder, takeTour } from "./taking.ts";

// Its types say ESM, its file is CommonJS: under Node the function is one step further in.
const decode: typeof jsQR.default = typeof jsQR === "function" ? jsQR : jsQR.default;
const scale = 4;

/** What jsqr reads from dark modules. */
const readModules = (isDark: (x: number, y: number) => boolean, modules: number): string | undefined => {
  const side = modules * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return decode(pixels, side, side)?.data;
};

/** The squares of a path that is drawn square by square: each begins at a place and is one wide and one high. */
const squaresOf = (svg: string): ReadonlySet<string> => {
  const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? "";
  const squares = new Set<string>();
  let x = 0;
  let y = 0;
  for (const [, command, first, second] of path.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)h1v1(?:H\d+|h-1)Z?/g)) {
    x = Number(first) + (command === "m" ? x : 0);
    y = Number(second) + (command === "m" ? y : 0);
    squares.add(`${String(x)} ${String(y)}`);
  }
  return squares;
};

it("is the pass, in the file and on the terminal alike", async () => {
  await inFreshFolder(async (folder) => {
    const svgFile = join(folder, "pass.svg");
    const { lines, stop } = await takeTour({ svgFile });
    expect(stop).toBeUndefined();
    const svg = readFileSync(svgFile, "utf8");
    const modules = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    const squares = squaresOf(svg);
    const fromFile = readModules((x, y) => squares.has(`${String(x)} ${String(y)}`), modules);

    const drawn = lines.map((line) => Array.from(line.trim())).filter((line) => line.length === modules);
    const half = drawn.filter((line) => line.every((block) => " █▀▄".includes(block)));
    const fromTerminal = readModules((x, y) => {
      const block = half[Math.floor(y / 2)]?.[x] ?? " ";
      return block !== "█" && block !== (y % 2 === 0 ? "▀" : "▄");
    }, modules);

    expect(fromTerminal).toBe(fromFile);
    const pass = decodePassText(fromFile ?? "", passVersions.simulation);
    expect(pass.ok && pass.value.issuedAtMs).toBe(seoul("2020-07-01 19:32"));
    expect(lines.join("\n")).toContain("The pass has 122 bytes");
    expect(lines.join("\n")).toContain(svgFile);
  });
});

// A QR code of a pass is read by a program that has nothing to do with us: zbarimg, from a picture file.
// The picture is made here from the modules, eight dots a module, as a plain grey map.
// What it reads must be the text of the pass to the letter.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { encodePassText, passBytes } from "../../../impl/protocol/pass.ts";
import { qrModules } from "../../../impl/protocol/qr.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { withTool } from "../../with-tool.ts";

const dotsAModule = 8;

/** The modules as a binary PGM, dark as 0. */
const picture = (modules: readonly (readonly boolean[])[]): Buffer => {
  const side = modules.length * dotsAModule;
  const dots = Buffer.alloc(side * side, 255);
  for (const [row, line] of modules.entries()) {
    for (const [column, dark] of line.entries()) {
      if (!dark) continue;
      for (let dot = 0; dot < dotsAModule; dot += 1) {
        const from = (row * dotsAModule + dot) * side + column * dotsAModule;
        dots.fill(0, from, from + dotsAModule);
      }
    }
  }
  return Buffer.concat([Buffer.from(`P5\n${String(side)} ${String(side)}\n255\n`), dots]);
};

withTool("zbarimg", "a QR code read by zbarimg", (zbarimg) => {
  it("is the text of the pass", () => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-qr-"));
    try {
      for (let pass = 0; pass < 5; pass += 1) {
        const text = encodePassText(randomBytes(passBytes));
        const file = join(folder, `${String(pass)}.pgm`);
        writeFileSync(file, picture(qrModules(text)));
        const read = execFileSync(zbarimg, ["--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", file], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        });
        // A text may end with a space, which is a character like any other.
        expect(read.replace(/\n$/, "")).toBe(text);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

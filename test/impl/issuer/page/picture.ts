// What another reader makes of a QR code on a page: jsqr, out of the pixels of a screenshot.
import jsQR from "jsqr";
import type { Locator } from "playwright-core";
import type { OpenAt } from "../../../inbrowser.ts";
import { pixelsOf, type Pixels } from "../../../pixels.ts";

// Its types say ESM, its file is CommonJS: under Node the function is one step further in.
const decode: typeof jsQR.default = typeof jsQR === "function" ? jsQR : jsQR.default;

export const readIn = ({ data, width, height }: Pixels): string | undefined =>
  decode(data, width, height)?.data;

export const readByJsqr = async (open: OpenAt, code: Locator): Promise<string | undefined> =>
  readIn(await pixelsOf(open, code));

// What other readers make of a QR code on a page: jsqr, out of the pixels of a screenshot.
// The pixels are had from the browser itself, on an empty page, because it can open its own pictures.
import jsQR from "jsqr";
import type { Locator } from "playwright-core";
import type { OpenAt } from "../../../inbrowser.ts";

// Its types say ESM, its file is CommonJS: under Node the function is one step further in.
const decode: typeof jsQR.default = typeof jsQR === "function" ? jsQR : jsQR.default;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: readonly number[];
}

const isPixels = (value: unknown): value is Pixels =>
  typeof value === "object" && value !== null && "data" in value && Array.isArray(value.data);

export const readByJsqr = async (open: OpenAt, code: Locator): Promise<string | undefined> => {
  const picture = (await code.screenshot()).toString("base64");
  const empty = await open("about:blank");
  const pixels: unknown = await empty.evaluate(`fetch("data:image/png;base64,${picture}")
    .then((answer) => answer.blob())
    .then(createImageBitmap)
    .then((bitmap) => {
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas.drawImage(bitmap, 0, 0);
      const { data, width, height } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return { data: [...data], width, height };
    })`);
  await empty.context().close();
  if (!isPixels(pixels)) throw new Error("no pixels came");
  return decode(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data;
};

// The pixels of what a browser shows, out of a screenshot: as it is, or in the middle of a white picture of another size, as before a camera.
// They are had from the browser itself, on an empty page, because it can open its own pictures.
import { Schema } from "effect";
import type { Locator } from "playwright-core";
import type { OpenAt } from "./inbrowser.ts";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each, row by row. */
  readonly data: Uint8ClampedArray;
}

/** The bytes come as base64: a browser hands over half a million numbers one by one very slowly. */
const Drawn = Schema.Struct({ width: Schema.Int, height: Schema.Int, data: Schema.String });
const decode = Schema.decodeUnknownSync(Drawn);

export const pixelsOf = async (
  open: OpenAt,
  shown: Locator,
  size?: { readonly width: number; readonly height: number },
): Promise<Pixels> => {
  const picture = (await shown.screenshot()).toString("base64");
  const empty = await open("about:blank");
  const drawn: unknown = await empty.evaluate(`fetch("data:image/png;base64,${picture}")
    .then((answer) => answer.blob())
    .then(createImageBitmap)
    .then((bitmap) => {
      const { width, height } = ${JSON.stringify(size ?? null)} ?? bitmap;
      const canvas = new OffscreenCanvas(width, height).getContext("2d");
      canvas.fillStyle = "white";
      canvas.fillRect(0, 0, width, height);
      const scale = Math.min(width / bitmap.width, height / bitmap.height);
      const [wide, high] = [bitmap.width * scale, bitmap.height * scale];
      canvas.drawImage(bitmap, (width - wide) / 2, (height - high) / 2, wide, high);
      let bytes = "";
      for (const byte of canvas.getImageData(0, 0, width, height).data) bytes += String.fromCharCode(byte);
      return { data: btoa(bytes), width, height };
    })`);
  await empty.context().close();
  const { data, ...measures } = decode(drawn);
  return { ...measures, data: Uint8ClampedArray.from(Buffer.from(data, "base64")) };
};

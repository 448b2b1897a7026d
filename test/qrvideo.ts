// A film of QR codes for a browser that takes a file for its camera: `filmOf([{ text, seconds }, { seconds }])`, written where
// `cameraOf(file)` lets the browser look. The film begins anew at its end, and a file that is written anew is seen by whoever
// opens the camera next. The codes are drawn by the product's own writer, or are the picture of a screen.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qrModules } from "../impl/protocol/qr.ts";
import type { Pixels } from "./pixels.ts";

export const filmSize = { width: 640, height: 480 } as const;
const { width, height } = filmSize;
const framesASecond = 5;
const white = 235;
const black = 16;

export interface Shot {
  /** Nothing but white where there is none. */
  readonly text?: string;
  /** Instead of a text: a picture of the size of the film. */
  readonly picture?: Pixels;
  readonly seconds: number;
}

/** Of black and white every colour is as bright as its green. */
const brightness = ({ data }: Pixels): Buffer => {
  const picture = Buffer.alloc(width * height);
  for (let place = 0; place < picture.length; place += 1)
    picture[place] = Math.max(black, Math.min(white, data[4 * place + 1] ?? white));
  return picture;
};

const drawn = (text: string | undefined): Buffer => {
  const picture = Buffer.alloc(width * height, white);
  const rows = text === undefined ? [] : qrModules(text);
  const side = rows.length === 0 ? 0 : Math.floor((height - 20) / rows.length);
  const left = Math.floor((width - side * rows.length) / 2);
  const top = Math.floor((height - side * rows.length) / 2);
  for (const [row, modules] of rows.entries())
    for (const [column, isDark] of modules.entries())
      if (isDark)
        for (let line = 0; line < side; line += 1) {
          const from = (top + row * side + line) * width + left + column * side;
          picture.fill(black, from, from + side);
        }
  return picture;
};

const frameOf = ({ text, picture }: Shot): Buffer =>
  Buffer.concat([
    Buffer.from("FRAME\n"),
    picture === undefined ? drawn(text) : brightness(picture),
    // Without colour: both are in the middle.
    Buffer.alloc((width * height) / 2, 128),
  ]);

const filmOf = (shots: readonly Shot[]): Buffer =>
  Buffer.concat([
    Buffer.from(
      `YUV4MPEG2 W${String(width)} H${String(height)} F${String(framesASecond)}:1 Ip A1:1 C420jpeg\n`,
    ),
    ...shots.flatMap((shot) => {
      const frame = frameOf(shot);
      return Array.from({ length: Math.ceil(shot.seconds * framesASecond) }, () => frame);
    }),
  ]);

export interface Film {
  /** What a browser is started with so that its camera shows the film. */
  readonly words: readonly string[];
  readonly show: (shots: readonly Shot[]) => void;
}

/** A film that shows nothing yet. */
export const openFilm = (): Film => {
  const file = join(mkdtempSync(join(tmpdir(), "entrylog-film-")), "film.y4m");
  const show = (shots: readonly Shot[]) => {
    writeFileSync(file, filmOf(shots));
  };
  show([{ seconds: 1 }]);
  return {
    show,
    words: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
  };
};

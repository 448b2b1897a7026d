// Figures of the status board as its tables write them: at most one place behind the point, and a dash for what nobody knows.
import type { Reader } from "../../language.ts";
import { sayNumber } from "../say.ts";

const unknown = "–";

export const said = (figure: number | null | undefined, reader: Reader): string =>
  figure === null || figure === undefined ? unknown : sayNumber(Math.round(figure * 10) / 10, reader);

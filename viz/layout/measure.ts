// How wide a text will be, without a browser to ask: a table of glyph widths in em, generous on purpose.
// The layout reserves room with it, so that no reader's font cuts a label off; a glyph of Hangul takes 1 em.
// It breaks a text into lines between words, and nowhere else.

const narrow = new Set("iljtfrI.,:;'|!()[]·- ");
const wide = new Set("mwMW@%&→↻≤");

/** Hangul, kana, ideographs, and full-width forms. */
const isSquare = (glyph: string): boolean =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uFF00-\uFFEF\u2460-\u24FF\u3000-\u303F]/u.test(
    glyph,
  );

function glyphWidthEm(glyph: string): number {
  if (isSquare(glyph)) return 1;
  if (narrow.has(glyph)) return 0.38;
  if (wide.has(glyph)) return 0.95;
  return /\p{Lu}/u.test(glyph) ? 0.74 : 0.6;
}

export type Weight = "normal" | "bold" | "fixed";

const factor: Readonly<Record<Weight, number>> = { normal: 1, bold: 1.08, fixed: 1 };

/** The width to reserve for a line of text, in whole pixels. */
export function textWidth(text: string, sizePx: number, weight: Weight): number {
  const em = Array.from(text).reduce(
    (total, glyph) => total + (weight === "fixed" && !isSquare(glyph) ? 0.62 : glyphWidthEm(glyph)),
    0,
  );
  return Math.ceil(em * sizePx * factor[weight]);
}

/** A text in lines of at most this width, broken between words; a longer word has a line of its own. */
export function wrapped(text: string, sizePx: number, widthMost: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, sizePx, "normal") <= widthMost)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// How wide text stands on a terminal, where a Hangul syllable takes two columns: measuring, filling up, breaking into lines.
// The tour's telling uses it. It breaks at spaces only, and leaves a word that is too long whole.
const isWide = (codePoint: number): boolean =>
  (codePoint >= 0x1100 && codePoint <= 0x115f) ||
  (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
  (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
  (codePoint >= 0xff00 && codePoint <= 0xff60);

export const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (isWide(character.codePointAt(0) ?? 0) ? 2 : 1), 0);

export const fillUp = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Lines of at most so many columns. */
export const broken = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

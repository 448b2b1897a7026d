// Where the tiles of a log lie, as C2SP publishes it (c2sp.org/tlog-tiles): `0/x001/067`, `1/000.p/17`, `entries/003`.
// Whoever serves a log reads such paths, and whoever audits one writes them; in a saved folder they are the files' names.
// It knows no hash. Numbers are written in one way only, and tiles beyond a million are not served.

/** A tile, or the entries below a tile of level 0. */
export interface TilePlace {
  readonly level: number | "entries";
  readonly index: number;
  /** How many of its 256 hashes or entries; a tile is partial until it has all. */
  readonly width: number;
}

export const tileWidth = 256;
const levelMost = 5;
const indexMost = 999_999;

const numberIn = (text: string, form: RegExp): number | undefined => {
  const digits = form.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const levelOf = (text: string): number | "entries" | undefined => {
  if (text === "entries") return text;
  const level = numberIn(text, /^(0|[1-9][0-9]?)$/);
  return level === undefined || level > levelMost ? undefined : level;
};

/** The place that the parts of a path name, the level first; undefined when they name none. */
export const parseTilePath = (parts: readonly string[]): TilePlace | undefined => {
  const [levelText = "", ...rest] = parts;
  const level = levelOf(levelText);
  const isPartial = rest.at(-2)?.endsWith(".p") === true;
  const width = isPartial ? numberIn(rest.at(-1) ?? "", /^([1-9][0-9]{0,2})$/) : tileWidth;
  const indexParts = isPartial ? [...rest.slice(0, -2), (rest.at(-2) ?? "").slice(0, -".p".length)] : rest;
  const last = numberIn(indexParts.at(-1) ?? "", /^([0-9]{3})$/);
  const before = indexParts.length === 2 ? numberIn(indexParts[0] ?? "", /^x([0-9]{3})$/) : 0;
  if (level === undefined || width === undefined || last === undefined || before === undefined)
    return undefined;
  if (indexParts.length > 2 || (indexParts.length === 2 && before === 0)) return undefined;
  if (isPartial && width >= tileWidth) return undefined;
  return { level, index: before * 1_000 + last, width };
};

const threeDigits = (value: number): string => String(value).padStart(3, "0");

/** The path of a place, below `/log/tile/`. */
export const tilePath = ({ level, index, width }: TilePlace): string => {
  if (index > indexMost) throw new Error("a tile beyond those that are served");
  const before = index < 1_000 ? "" : `x${threeDigits(Math.floor(index / 1_000))}/`;
  const partial = width === tileWidth ? "" : `.p/${String(width)}`;
  return `${String(level)}/${before}${threeDigits(index % 1_000)}${partial}`;
};

/** The places that hold so many entries, or their hashes, from the first to the last. */
export const tilesOfSize = (level: number | "entries", size: number): readonly TilePlace[] =>
  Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) => ({
    level,
    index,
    width: Math.min(tileWidth, size - index * tileWidth),
  }));

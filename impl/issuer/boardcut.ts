// The last days of a status board, out of a longer one: as the board itself would answer them, had it been asked for so few.
// An issuer's page needs them, which asks the board for the longest alone. It knows nothing of what is shown.
import { countedKinds, type RegionFigures, type StatusBoard } from "../protocol/figures.ts";

type Board = typeof StatusBoard.Type;
type Region = typeof RegionFigures.Type;

const isKnown = (region: Region, day: number): boolean =>
  countedKinds.some((kind) => (region[kind][day] ?? null) !== null);

export const lastDaysOf = (board: Board, days: number): Board => {
  const { dates, nation, regions } = board;
  const earliest = Math.max(0, dates.length - days);
  // It begins with the first day of which anything of the nation is known.
  const known = dates.findIndex((_, day) => day >= earliest && isKnown(nation, day));
  const first = known < 0 ? dates.length : known;
  const from = (region: Region): Region => ({
    names: region.names,
    confirmed: region.confirmed.slice(first),
    released: region.released.slice(first),
    deceased: region.deceased.slice(first),
    tested: region.tested.slice(first),
  });
  return {
    ...board,
    dates: dates.slice(first),
    nation: from(nation),
    regions: regions
      .filter((region) => dates.some((_, day) => day >= earliest && isKnown(region, day)))
      .map(from),
  };
};

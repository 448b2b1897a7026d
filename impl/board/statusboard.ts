// The status board out of the two books: what the source said, and over it what the national office published of the nation.
// Its handlers, its page and its news are all made of this one answer, and so are the pages of issuers that show it.
// It invents nothing: a figure that nobody published is null, and the board without any is empty.
import { Context, Effect, Layer } from "effect";
import {
  boardDaysUsually,
  type CountedKind,
  type RegionFigures,
  type StatusBoard,
} from "../protocol/figures.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { datesFrom, dateOf, dayOf } from "./calendar.ts";
import type { Counts } from "./feed/gathering.ts";
import type { FeedSettings } from "./feed/settings.ts";
import { FeedBook } from "./feedbook.ts";
import { FigureBook, type Published } from "./figurebook.ts";
import { namesOf, nationNames, type Names } from "./regionnames.ts";

export type Board = typeof StatusBoard.Type;

export class Boards extends Context.Service<
  Boards,
  { readonly ofDays: (days: number) => Effect.Effect<Board, StoreUnavailable> }
>()("entrylog/impl/board/Boards") {}

type Days = ReadonlyMap<string, Partial<Counts>>;

const figuresOf = (names: Names, dates: readonly string[], days: Days): typeof RegionFigures.Type => {
  const sums = (kind: CountedKind) => dates.map((date) => days.get(date)?.[kind] ?? null);
  return {
    names,
    confirmed: sums("confirmed"),
    released: sums("released"),
    deceased: sums("deceased"),
    tested: sums("tested"),
  };
};

const lastOf = (days: Iterable<string>): string | null =>
  [...days].reduce<string | null>((last, date) => (last === null || date > last ? date : last), null);

const firstOf = (days: Iterable<string>): string | null =>
  [...days].reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);

const publishedLast = (published: readonly Published[]): number | null =>
  published.reduce<number | null>((last, { publishedAtMs }) => Math.max(last ?? 0, publishedAtMs), null);

export const boardsLayer = (
  feed: FeedSettings | undefined,
): Layer.Layer<Boards, never, FigureBook | FeedBook> =>
  Layer.effect(
    Boards,
    Effect.gen(function* () {
      const published = yield* FigureBook;
      const fed = yield* FeedBook;
      return {
        ofDays: Effect.fnUntraced(function* (days = boardDaysUsually) {
          const byOffice = yield* published.list;
          const state = yield* fed.state;
          const latest = lastOf(
            [...byOffice.map(({ date }) => date), state.latest].filter((date) => date !== null),
          );
          const from = latest === null ? "9999" : dateOf(dayOf(latest) - days + 1);
          const gathered = yield* fed.since(from);
          const ofNation = new Map<string, Partial<Counts>>(gathered.get(feed?.nation ?? ""));
          for (const { date, ...counts } of byOffice) if (date >= from) ofNation.set(date, counts);
          const first = firstOf(ofNation.keys());
          const dates = latest === null || first === null ? [] : datesFrom(dayOf(first), dayOf(latest));
          const named = feed?.names ?? {};
          const order = (feed?.regions ?? [...gathered.keys()]).filter(
            (region) => region !== feed?.nation && gathered.has(region),
          );
          return {
            dates,
            latest,
            nation: figuresOf(
              feed === undefined ? nationNames : namesOf(feed.nation, named),
              dates,
              ofNation,
            ),
            regions: order.map((region) =>
              figuresOf(namesOf(region, named), dates, gathered.get(region) ?? new Map()),
            ),
            publishedAtMs: publishedLast(byOffice),
            feed:
              feed === undefined
                ? null
                : { ...feed.source, readAtMs: state.readAtMs, trouble: state.trouble },
          };
        }),
      };
    }),
  );

/**
 * Swaps of people, venues and officers: the group that the slice's swaps generate, and what it does to states.
 * Of all states that are the same up to swaps the search keeps the least, and counts how many it stands for.
 * It trusts the slice that its swaps change no law; commuting.ts shows that they do not.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Swap } from "../../../models/language/slice.ts";
import type { Layout, Part } from "./parts.ts";

/** One element of the group: which part comes to each place, and which id becomes which (numbers in cells; 0 is nobody). */
export interface Exchange {
  readonly from: Int32Array;
  readonly ids: ReadonlyMap<number, number>;
  /** Whether it changes ids at all. */
  readonly renames: boolean;
}

export interface Symmetry {
  /** All elements but the one that changes nothing. */
  readonly exchanges: readonly Exchange[];
  /** Applies an element to the numbers of a state. */
  readonly apply: (exchange: Exchange, numbers: Int32Array, into: Int32Array) => void;
  /** Makes the numbers those of the least state of the orbit; answers whether they were that already. */
  readonly reduce: (numbers: Int32Array) => boolean;
  /** How many states the orbit has. */
  readonly orbit: (numbers: Int32Array) => number;
}

const exchangesMost = 720;

const idForms = (layout: Layout) =>
  layout.cells.flatMap((cell) =>
    (cell.kind === "field" || cell.kind === "variable") && cell.form.kind === "id" ? [cell.form] : [],
  );

/** A swap as an element of the group. */
export function exchangeOf(layout: Layout, { instances, variables, ids }: Swap): Exchange {
  const sources = Int32Array.from(layout.parts.keys());
  const pairs = [
    ...instances,
    ...variables.map(([one, other]) => [`variable ${one}`, `variable ${other}`] as const),
  ];
  for (const [one, other] of pairs) {
    const [from, to] = [layout.partOf(one), layout.partOf(other)];
    if (layout.parts[from]?.locals !== layout.parts[to]?.locals)
      throw new LawMistake(`${one} and ${other} change places and are not of one form`);
    sources[from] = to;
    sources[to] = from;
  }
  const domain = idForms(layout)[0]?.domain ?? [];
  const numberOf = (id: string): number => {
    const found = domain.indexOf(id);
    if (found < 0) throw new LawMistake(`there is no id ${id}`);
    return found + 1;
  };
  const exchanged = ids.flatMap(([one, other]) => {
    const [from, to] = [numberOf(one), numberOf(other)];
    return [[from, to] as const, [to, from] as const];
  });
  return { from: sources, ids: new Map(exchanged), renames: exchanged.length > 0 };
}

const composed = (first: Exchange, then: Exchange): Exchange => {
  const renamed = (id: number): number => {
    const once = first.ids.get(id) ?? id;
    return then.ids.get(once) ?? once;
  };
  const ids = [...first.ids.keys(), ...then.ids.keys()].map((id) => [id, renamed(id)] as const);
  return {
    from: then.from.map((place) => first.from[place] ?? place),
    ids: new Map(ids),
    renames: ids.some(([id, other]) => id !== other),
  };
};

const keyOf = ({ from, ids }: Exchange): string =>
  `${from.join()} ${[...ids]
    .filter(([one, other]) => one !== other)
    .toSorted(([one], [other]) => one - other)
    .join(";")}`;

/** Everything that the swaps can be combined to. */
function exchangesOf(layout: Layout): readonly Exchange[] {
  const nothing: Exchange = { from: Int32Array.from(layout.parts.keys()), ids: new Map(), renames: false };
  const swaps = layout.slice.swaps.map((swap) => exchangeOf(layout, swap));
  const found = new Map([[keyOf(nothing), nothing]]);
  for (const exchange of found.values())
    for (const swap of swaps) {
      const next = composed(exchange, swap);
      if (!found.has(keyOf(next))) found.set(keyOf(next), next);
      if (found.size > exchangesMost) throw new LawMistake("the swaps of the slice make too large a group");
    }
  found.delete(keyOf(nothing));
  return [...found.values()];
}

export function makeSymmetry(layout: Layout): Symmetry {
  const exchanges = exchangesOf(layout);
  const { parts } = layout;
  const idCells = parts.map(({ first, size }) =>
    Array.from({ length: size }, (_, place) => place).filter((place) => {
      const cell = layout.cells[first + place];
      return (cell?.kind === "field" || cell?.kind === "variable") && cell.form.kind === "id";
    }),
  );
  /** By element and part: which number becomes which, as far as anybody has asked. */
  const renamings = new Map<Exchange, readonly Map<number, number>[]>();
  const renamingsOf = (exchange: Exchange): readonly Map<number, number>[] => {
    const known = renamings.get(exchange) ?? parts.map(() => new Map<number, number>());
    renamings.set(exchange, known);
    return known;
  };
  const renamed = (
    { locals, size }: Part,
    cells: readonly number[],
    number: number,
    { ids }: Exchange,
  ): number => {
    const saying = locals.values().slice(number * size, (number + 1) * size);
    for (const cell of cells) saying[cell] = ids.get(saying[cell] ?? 0) ?? saying[cell] ?? 0;
    return locals.numberOf(saying, 0);
  };
  const numberAfter = (exchange: Exchange, place: number, number: number): number => {
    const cells = idCells[place] ?? [];
    const part = parts[place];
    if (cells.length === 0 || part === undefined) return number;
    const names = renamingsOf(exchange)[place];
    const next = names?.get(number) ?? renamed(part, cells, number, exchange);
    names?.set(number, next);
    return next;
  };
  const apply = (exchange: Exchange, numbers: Int32Array, into: Int32Array): void => {
    const { renames } = exchange;
    for (let place = 0; place < numbers.length; place += 1) {
      const from = exchange.from[place] ?? place;
      const number = numbers[from] ?? 0;
      into[place] = renames ? numberAfter(exchange, from, number) : number;
    }
  };
  /** Negative where the image comes before the other state, 0 where they are one; the first difference decides. */
  const compare = (exchange: Exchange, numbers: Int32Array, other: Int32Array): number => {
    const { from: sources, renames } = exchange;
    for (let place = 0; place < other.length; place += 1) {
      const from = sources[place] ?? place;
      const number = numbers[from] ?? 0;
      const difference = (renames ? numberAfter(exchange, from, number) : number) - (other[place] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const least = new Int32Array(parts.length);
  return {
    exchanges,
    apply,
    reduce: (numbers) => {
      least.set(numbers);
      let isLeast = true;
      for (const exchange of exchanges) {
        if (compare(exchange, numbers, least) >= 0) continue;
        apply(exchange, numbers, least);
        isLeast = false;
      }
      if (!isLeast) numbers.set(least);
      return isLeast;
    },
    orbit: (numbers) => {
      const fixing = exchanges.filter((exchange) => compare(exchange, numbers, numbers) === 0);
      return (exchanges.length + 1) / (fixing.length + 1);
    },
  };
}

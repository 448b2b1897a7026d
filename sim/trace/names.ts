// The names under which passes, visits and cases stand in a witness trace: ordinals in the order in which they came.
// Real ones are random, so two runs of one seed would differ, and a pass could be found again in a store; ordinals say neither.
// The witness alone keeps this; nothing here is ever written.

/** An epoch's passes: their numbers, and beside each its ordinal. */
interface EpochNames {
  readonly numbers: number[];
  readonly ordinals: number[];
}

/** Visits of one day at positions that follow one another, and the ordinal of the first. */
interface Stretch {
  readonly from: number;
  until: number;
  readonly ordinal: number;
}

export interface TraceNames {
  /** Names the next pass issued, `epoch/number`, and answers its ordinal, from 0. */
  readonly nameToken: (token: string) => number;
  /** The ordinal of a pass as text; of one that was never issued here an `x` and a count; of none nothing. */
  readonly tokenName: (token: string) => string;
  /** `day.ordinal` of a visit that the custodian calls `day/position`. */
  readonly visitName: (visit: string) => string;
  readonly caseName: (caseId: string) => string;
  readonly tokens: () => number;
}

/** Days of visits are kept apart for longer than any record lives, and then forgotten. */
const daysMost = 128;

export const makeTraceNames = (): TraceNames => {
  const epochs = new Map<string, EpochNames>();
  const strangers = new Map<string, number>();
  const days = new Map<string, { readonly stretches: Stretch[]; count: number }>();
  const cases = new Map<string, number>();
  let tokens = 0;

  const nameToken: TraceNames["nameToken"] = (token) => {
    const cut = token.indexOf("/");
    const name = token.slice(0, cut);
    let epoch = epochs.get(name);
    if (epoch === undefined) {
      epoch = { numbers: [], ordinals: [] };
      epochs.set(name, epoch);
    }
    epoch.numbers.push(Number(token.slice(cut + 1)));
    epoch.ordinals.push(tokens);
    tokens += 1;
    return tokens - 1;
  };

  const tokenName: TraceNames["tokenName"] = (token) => {
    if (token === "") return "";
    const cut = token.indexOf("/");
    const epoch = epochs.get(token.slice(0, cut));
    const place = epoch?.numbers.indexOf(Number(token.slice(cut + 1))) ?? -1;
    if (epoch !== undefined && place >= 0) return String(epoch.ordinals[place] ?? 0);
    const stranger = strangers.get(token) ?? strangers.size;
    strangers.set(token, stranger);
    return `x${String(stranger)}`;
  };

  const visitName: TraceNames["visitName"] = (visit) => {
    if (visit === "") return "";
    const cut = visit.indexOf("/");
    const day = visit.slice(0, cut);
    const position = Number(visit.slice(cut + 1));
    let ofDay = days.get(day);
    if (ofDay === undefined) {
      ofDay = { stretches: [], count: 0 };
      days.set(day, ofDay);
      for (const oldest of days.keys()) {
        if (days.size > daysMost) days.delete(oldest);
        else break;
      }
    }
    // Only the last stretch still grows: after a restart a day goes on somewhere else.
    const last = ofDay.stretches.at(-1);
    let stretch =
      last?.until === position
        ? last
        : ofDay.stretches.find(({ from, until }) => position >= from && !(position >= until));
    if (stretch === undefined) {
      stretch = { from: position, until: position, ordinal: ofDay.count };
      ofDay.stretches.push(stretch);
    }
    if (position >= stretch.until) {
      stretch.until = position + 1;
      ofDay.count += 1;
    }
    return `${day}.${String(stretch.ordinal + position - stretch.from)}`;
  };

  return {
    nameToken,
    tokenName,
    visitName,
    caseName: (caseId) => {
      const known = cases.get(caseId) ?? cases.size;
      cases.set(caseId, known);
      return `c${String(known)}`;
    },
    tokens: () => tokens,
  };
};

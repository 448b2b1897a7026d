// The form of an answer that was worked out by hand, and the units of time in which people reckon.
// It imports nothing, and neither do the answers in this folder but this: nothing of the program can have a part in them.
// "Valid for L from t" is [t, t+L) in whole milliseconds, so whatever ends after L is last so one millisecond before.

export const second = 1_000;
export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

type Fact = number | string | boolean | readonly string[] | Readonly<Record<string, number | string>>;

export interface ByHand {
  readonly id: string;
  readonly clause: string;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Constants that the answer follows, with their founding values. */
  readonly restsOn: Readonly<Record<string, number | string>>;
  /** What of it must be read in the answer. */
  readonly en: readonly string[];
  readonly ko: readonly string[];
  /** Settings under which the answer is another one, with what is otherwise then. */
  readonly otherwise: readonly (readonly [settings: readonly string[], facts: ByHand["facts"]])[];
}

/** C3: a pass is taken from 2 s before its time to 17 s after it, so last 16.999 s after; a delivery may be up to 6 h late. */
export const scan = { passLifetime: 15 * second, clockSkew: 2 * second, lateDelivery: 6 * hour };

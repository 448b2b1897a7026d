// A laid-out machine, or the parties, as plain data: boxes, routes between them, and buttons on both, in pixels.
// viz/layout makes it when building, viz/paint turns it into SVG anywhere, and tests measure it.
// It holds coordinates and the words that stand at them, and nothing of the law besides.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

/** What starts a transition: something that happened, or an instant that came. */
export type Trigger = "event" | "deadline";

/** A sign before the words of a button: a deadline, a return into the same state, a refusal, a machine with states of its own. */
export type Mark = "clock" | "loop" | "barred" | "states";

/** A label that is also the button that explains what it names. */
export interface Button extends Frame {
  /** The id of what it explains: of a transition, `visit:recorded--eraseAt-->erased`, of a message or of a machine. */
  readonly transition: string;
  readonly kind: Trigger | "refusal" | "machine";
  readonly marks: readonly Mark[];
  readonly text: string;
  /** Its place among several answers to one trigger, from 1; the first whose condition holds is taken. */
  readonly order?: number;
  /** The lines that say why something is refused. */
  readonly reason?: readonly string[];
}

export interface Box extends Frame {
  /** The id of the state or party. */
  readonly state: string;
  readonly name: string;
  /** The small line under the name. */
  readonly note: string;
  /** Nothing follows. */
  readonly final: boolean;
  /** Nothing is kept. */
  readonly gone: boolean;
  /** What stays within the box: returns into the same state, refusals, the machines that a party keeps. */
  readonly buttons: readonly Button[];
}

/** A line from one box to another, with everything that takes it for the same kind of reason. */
export interface Route {
  readonly id: string;
  readonly kind: Trigger;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  readonly buttons: readonly Button[];
}

export interface Picture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The dot where a machine begins, and its line to the first state. */
  readonly start?: { readonly dot: Frame; readonly points: readonly Point[] };
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

/** The words that the picture of a machine needs, in one language. */
export interface Captions {
  readonly state: (id: string) => string;
  readonly transition: (id: string) => string;
  /** Why something is refused. */
  readonly reason: (id: string) => string;
}

// A laid-out machine as plain data: boxes for states, routes for changes of state, buttons for transitions, in pixels.
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

/** The label of a transition, which is also the button that explains it. */
export interface Button extends Frame {
  /** The derived id of the transition, `visit:recorded--eraseAt-->erased`. */
  readonly transition: string;
  readonly kind: Trigger;
  readonly text: string;
  /** Its place among several answers to one trigger, from 1; the first whose condition holds is taken. */
  readonly order?: number;
}

export interface Box extends Frame {
  readonly state: string;
  readonly name: string;
  /** Nothing follows. */
  readonly final: boolean;
  /** Nothing is kept. */
  readonly gone: boolean;
  /** Transitions that lead back into the same state. */
  readonly buttons: readonly Button[];
}

/** A line from one state to another, with every transition that takes it for the same kind of reason. */
export interface Route {
  readonly id: string;
  readonly kind: Trigger;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  readonly buttons: readonly Button[];
}

export interface Picture {
  readonly machine: string;
  readonly width: number;
  readonly height: number;
  /** The dot where the machine begins, and its line to the first state. */
  readonly start: { readonly dot: Frame; readonly points: readonly Point[] };
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

/** The words that a picture needs, in one language. */
export interface Captions {
  readonly state: (id: string) => string;
  readonly transition: (id: string) => string;
}

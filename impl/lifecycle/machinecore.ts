/**
 * The one form behind which the generated core of any machine can be run: settle deadlines, take a step, and say what it did.
 * Lifecycle services, the plain `step`, the comparison with XState and the checkers use it; hot paths call the core directly.
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import type { Columns, RowTable } from "../store/rowtable.ts";
import type { StepLog } from "./core.ts";

export interface TransitionInfo {
  readonly id: string;
  /** The event, or the field whose deadline fired. */
  readonly trigger: string;
  readonly deadline: boolean;
  readonly source: number;
  readonly target: number;
  readonly refusal: number;
  readonly told: number;
  readonly durable: boolean;
}

export interface GivenField {
  readonly name: string;
  readonly kind: "instant" | "count" | "choice" | "flag" | "id";
  readonly words: readonly string[];
}

export interface OpenCore {
  readonly settle: (slot: number, from: number, now: number, policy: PolicyNumbers, log: StepLog) => void;
  /** Event by number from 1, 0 for none; the given fields in the order of `givenFields`. */
  readonly step: (
    slot: number,
    event: number,
    given: readonly number[],
    now: number,
    policy: PolicyNumbers,
    log: StepLog,
  ) => number;
}

export interface MachineCore {
  readonly id: string;
  readonly number: number;
  readonly keptAs: "row" | "partition" | "token";
  readonly table: RowTable;
  readonly events: readonly {
    readonly name: string;
    readonly fields: readonly string[];
    readonly durable: boolean;
  }[];
  readonly givenFields: readonly GivenField[];
  /** By number less one. */
  readonly transitions: readonly TransitionInfo[];
  readonly makeColumns: (instances: number) => Columns;
  /** The core over these columns, or undefined when they are another machine's. */
  readonly open: (columns: Readonly<Record<string, unknown>>) => OpenCore | undefined;
}

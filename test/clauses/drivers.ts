/**
 * What can run a story said by hand, and what it reports of each step: XState with a real actor on a simulated clock,
 * the plain reading, the generated core and rules, and the generated services over a real SQLite file.
 * A driver runs; it judges nothing: expectations.ts compares what it reports with what the story says.
 */
import type { Value } from "../../models/language/expression.ts";
import type { Policy } from "../../models/policy.ts";
import { runLifecycleOnCore } from "./core-run.ts";
import { runLifecyclePlainly, runRulePlainly } from "./plain-run.ts";
import { runLifecycle } from "./lifecycle-run.ts";
import { runRule } from "./rule-run.ts";
import { runRuleOnCore } from "./rule-core-run.ts";
import { runRuleOnService } from "./rule-service-run.ts";
import { runLifecycleOnService } from "./service-run.ts";
import type { Story } from "./story.ts";

export interface Observation {
  /**
   * States of all instances after the step; a lifecycle's story has one, called by its machine's id.
   * Several where the driver cannot tell them apart: what is gone leaves no row.
   */
  readonly states: Readonly<Record<string, string | readonly string[]>>;
  readonly fields: Readonly<Record<string, Value>>;
  /** Told in answer to the event; nothing where the driver cannot see it. */
  readonly told: readonly string[] | undefined;
  /** A service answers what its first step told, and nothing of the others. */
  readonly answersFirstOnly?: true;
  /** Told by deadlines since the step before; nothing where the driver cannot see it. */
  readonly meanwhile: readonly string[] | undefined;
  readonly refused: string | null;
  /** The event means nothing in the state it met. */
  readonly unheard: boolean;
  /** Whether the event, deadlines aside, changed a state or a field. */
  readonly changed: boolean;
  readonly sends: readonly string[];
}

export interface LeftOut {
  readonly subject: string;
  /** One story of the subject; all of them unless given. */
  readonly says?: string;
  readonly reason: string;
}

export interface Driver {
  readonly name: string;
  /** Stories that it cannot run; clauses.test.ts counts them once more, so that none is added unseen. */
  readonly leavesOut: readonly LeftOut[];
  /** Runs all stories in a moment, so that they can be run for every number of the policy. */
  readonly isQuick: boolean;
  /** One observation for each step, in order, under the given policy. */
  readonly run: (story: Story, policy: Policy) => Promise<readonly Observation[]>;
}

type Run = (story: Story, policy: Policy) => readonly Observation[] | Promise<readonly Observation[]>;
type RunRule = (
  rule: string,
  story: Story,
  policy: Policy,
) => readonly Observation[] | Promise<readonly Observation[]>;

/** One way of running for stories of a machine and one for those of a rule. */
export const runBy =
  (lifecycle: Run, rule: RunRule): Driver["run"] =>
  async (story, policy) => {
    const id = /^rule (.+)$/.exec(story.subject)?.[1];
    return id === undefined ? lifecycle(story, policy) : rule(id, story, policy);
  };

/** Everything that runs the stories. */
export const drivers: readonly Driver[] = [
  { name: "XState", leavesOut: [], isQuick: true, run: runBy(runLifecycle, runRule) },
  {
    name: "the plain reading",
    leavesOut: [],
    isQuick: true,
    run: runBy(runLifecyclePlainly, runRulePlainly),
  },
  {
    name: "the generated core",
    leavesOut: [],
    isQuick: true,
    run: runBy(runLifecycleOnCore, runRuleOnCore),
  },
  {
    name: "the generated services",
    leavesOut: [
      {
        subject: "pass",
        reason: "a token has no service of its own; the stories of the rules show what becomes of it",
      },
      {
        subject: "visit",
        reason: "a visit is a row of its day's partition, and decided by the custodian's rules only",
      },
      {
        subject: "verification",
        says: "An erased account hears nothing any more.",
        reason: "nothing is kept of who is erased, so the service takes what comes next as from a stranger",
      },
    ],
    isQuick: false,
    run: runBy(runLifecycleOnService, runRuleOnService),
  },
];

/** Why the driver cannot run the story; nothing where it can. */
export const reasonAgainst = ({ leavesOut }: Driver, { subject, says }: Story): string | undefined =>
  leavesOut.find((one) => one.subject === subject && (one.says === undefined || one.says === says))?.reason;

export const runs = (driver: Driver, story: Story): boolean => reasonAgainst(driver, story) === undefined;

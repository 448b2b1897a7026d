// C12: how long passes can be had under one consent, where consent is asked for at every pass and where it is asked for once.
// The verification is held still, so that only the consent can end it; the last pass that the issuer issues is looked for.
import type { Policy, PresetName } from "../../../models/policy.ts";
import { presetNames, presets } from "../../../models/policy.ts";
import { readingOf, type Reading } from "./reading.ts";
import { agreed, collecting, startMs, verifiedForGood } from "./standing.ts";
import { lasting, lastSo, type Lasting } from "./turningpoint.ts";

export interface RenewingAPass {
  /** By preset: how long after the consent the last pass is issued; endless where the consent does not end by itself. */
  readonly lastPassMs: Readonly<Record<PresetName, Lasting>>;
  /** And by the policy that is asked about. */
  readonly inForceMs: Lasting;
}

export function renewingAPass({ law, policy }: Reading): RenewingAPass {
  const lastPassUnder = (asked: Policy): Lasting => {
    const reading = readingOf(law, asked);
    const instances = {
      crisis: collecting(reading),
      consent: agreed(reading, startMs),
      verification: verifiedForGood(reading, startMs),
      pass: reading.rest("pass"),
    };
    const isIssued = (atMs: number): boolean =>
      reading.ask("issuer.issue", instances, { passesLastMinute: 0 }, atMs).refused === "";
    return lasting(lastSo(isIssued, startMs), startMs);
  };
  const under = (preset: PresetName): Lasting => {
    const { consentAsked = "" } = presets[preset].constants;
    return lastPassUnder({ ...policy, constants: { ...policy.constants, consentAsked } });
  };
  const [everyPass, once] = presetNames;
  return {
    lastPassMs: { [everyPass]: under(everyPass), [once]: under(once) },
    inForceMs: lastPassUnder(policy),
  };
}

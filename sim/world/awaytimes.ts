// When the custodian or the SMS carrier is away, at any instant of a run, as the scenario's faults say.
// Both virtual levels ask it for each instant; without such faults that costs nothing.
import type { Scenario } from "../scenario.ts";
import { endOf } from "./faults.ts";

export interface Away {
  /** Until when the custodian cannot be reached, at an instant; 0 when it can. */
  readonly custodianUntilMs: (atMs: number) => number;
  readonly isSmsAway: (atMs: number) => boolean;
}

export const awayTimes = ({ faults = [] }: Scenario): Away => {
  const custodian = faults.filter(({ what }) => what === "custodian-away");
  const sms = faults.filter(({ what }) => what === "sms-away");
  const never = (): number => 0;
  return {
    custodianUntilMs:
      custodian.length === 0
        ? never
        : (atMs) => {
            const fault = custodian.find((each) => atMs >= each.from && !(atMs >= endOf(each)));
            return fault === undefined ? 0 : endOf(fault);
          },
    isSmsAway:
      sms.length === 0
        ? () => false
        : (atMs) => sms.some((each) => atMs >= each.from && !(atMs >= endOf(each))),
  };
};

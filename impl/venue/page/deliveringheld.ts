// Delivers to the venue's machine what waits in this browser: the oldest first, deleted here as soon as the machine has it.
// What has waited longer than it may be delivered late is deleted undelivered, machine or not. Two windows of one door do it one after the other,
// and a scan that is sent again because its answer was lost has the name by which the machine knows it.
import { heldScansMost, type Terms } from "../../protocol/door.ts";
import type { Machine, Refusal } from "./asking.ts";
import { countHeld, deleteHeld, oldestHeld } from "./heldscans.ts";

export interface DeliveredHeld {
  readonly left: number;
  /** The code of each that the machine refused. */
  readonly lost: readonly string[];
  /** Why the machine did not take them. */
  readonly met?: Refusal;
}

type DoorTerms = typeof Terms.Type;

/** Deletes what can no longer be delivered, whether or not the machine is there; answers how many. */
export const deleteOver = async ({ lateDeliveryMs }: DoorTerms): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const over = (await oldestHeld(heldScansMost)).filter(({ heldForMs }) => heldForMs >= lateDeliveryMs);
    if (over.length === 0) return deleted;
    await deleteHeld(over);
    deleted += over.length;
  }
};

const deliverAll = async (machine: Machine): Promise<DeliveredHeld> => {
  const lost: string[] = [];
  for (;;) {
    const oldest = await oldestHeld(heldScansMost);
    if (oldest.length === 0) return { left: 0, lost };
    const answer = await machine.deliver(oldest.map(({ id, text, heldForMs }) => ({ id, text, heldForMs })));
    if (!answer.ok) return { left: await countHeld(), lost, met: answer.met };
    await deleteHeld(oldest);
    lost.push(...answer.value.refused.map(({ code }) => code));
  }
};

export const deliverHeld = (machine: Machine): Promise<DeliveredHeld> =>
  "locks" in navigator
    ? navigator.locks.request("deliver-held", () => deliverAll(machine))
    : deliverAll(machine);

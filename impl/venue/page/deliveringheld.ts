// Delivers to the venue's machine what waits in this browser: the oldest first, deleted here as soon as the machine has it.
// What has waited longer than it may be delivered late is deleted undelivered: by the machine's clock where it is there, else by what
// has passed for certain. Two windows of one door do it one after the other,
// and a scan that is sent again because its answer was lost has the name by which the machine knows it.
import { heldScansMost, type Terms } from "../../protocol/door.ts";
import type { Machine, Refusal } from "./asking.ts";
import { markNow } from "../../page/client/elapsed.ts";
import { heldFor } from "./heldfor.ts";
import { countHeld, deleteHeld, heldSince, oldestHeld } from "./heldscans.ts";
import type { Told } from "./mark.ts";

export interface DeliveredHeld {
  readonly left: number;
  /** The code of each that the machine refused, or that came too late. */
  readonly lost: readonly string[];
  /** Why the machine did not take them. */
  readonly met?: Refusal;
}

type DoorTerms = typeof Terms.Type;

/** Deletes what can no longer be delivered, without the machine; answers how many. */
export const deleteOver = async ({ lateDeliveryMs }: DoorTerms): Promise<number> => {
  const over = await heldSince(lateDeliveryMs);
  await deleteHeld(over);
  return over.length;
};

const deliverAll = async (
  machine: Machine,
  { lateDeliveryMs }: DoorTerms,
  told: Told,
): Promise<DeliveredHeld> => {
  const lost: string[] = [];
  for (;;) {
    const oldest = await oldestHeld(heldScansMost);
    if (oldest.length === 0) return { left: 0, lost };
    const sinceToldMs = markNow().steadyMs - told.since.steadyMs;
    const scans = oldest.map(({ id, text, at, told: before }) => ({
      id,
      text,
      heldForMs: Math.round(Math.max(0, heldFor(at, before, told) + sinceToldMs)),
    }));
    const inTime = scans.filter(({ heldForMs }) => heldForMs < lateDeliveryMs);
    if (inTime.length > 0) {
      const answer = await machine.deliver(inTime);
      if (!answer.ok) return { left: await countHeld(), lost, met: answer.met };
      lost.push(...answer.value.refused.map(({ code }) => code));
    }
    await deleteHeld(oldest);
    for (let over = inTime.length; over < oldest.length; over += 1) lost.push("delivery-too-late");
  }
};

/** `told` is what the machine's clock said just now. */
export const deliverHeld = (machine: Machine, terms: DoorTerms, told: Told): Promise<DeliveredHeld> =>
  "locks" in navigator
    ? navigator.locks.request("deliver-held", () => deliverAll(machine, terms, told))
    : deliverAll(machine, terms, told);

// C3: what becomes of one pass that two venues without network have both let in.
// Each venue asks its own rule, which knows of no other venue; then the two scans are delivered in either order.
// The second one meets the pass as the first one left it.
import { isStored } from "./storing.ts";
import type { Reading } from "./reading.ts";
import { goodScan } from "../../goodscan.ts";
import { collecting, issuedPass, startMs } from "./standing.ts";

export interface TwoVenuesOffline {
  /** Venues whose rule lets the pass through. */
  readonly admitted: number;
  /** Records that are stored in the end. */
  readonly stored: number;
  /** The code by which the other one is refused; empty where both are stored. */
  readonly refused: string;
  /** Which of the two stands: the one that was delivered first, or the one that was scanned first. */
  readonly stands: "delivered" | "scanned" | "neither" | "both";
}

const scans = { earlier: startMs, later: startMs + 1 } as const;

export function twoVenuesOffline(reading: Reading): TwoVenuesOffline {
  const admitted = Object.values(scans).filter((atMs) =>
    isStored(reading.ask("venue.scan", {}, { registered: true, wellFormed: true }, atMs)),
  ).length;
  const delivered = (order: readonly (keyof typeof scans)[]) => {
    let pass = issuedPass(reading, startMs);
    return order.map((which) => {
      const instances = { crisis: collecting(reading), pass, visit: reading.rest("visit") };
      const decided = reading.ask(
        "custodian.recordLate",
        instances,
        goodScan(startMs, scans[which]),
        scans.later,
      );
      // A refused token is as it was; a stored one is marked.
      if (isStored(decided)) pass = decided.instances["pass"] ?? pass;
      return { which, decided };
    });
  };
  const orders = [delivered(["earlier", "later"]), delivered(["later", "earlier"])];
  const stored = orders.map((order) => order.filter(({ decided }) => isStored(decided)));
  const stands = (): TwoVenuesOffline["stands"] => {
    if (stored.every(({ length }) => length === 2)) return "both";
    if (stored.some(({ length }) => length !== 1)) return "neither";
    return stored.every(([first]) => first?.which === "earlier") ? "scanned" : "delivered";
  };
  return {
    admitted,
    stored: Math.max(...stored.map(({ length }) => length)),
    refused: orders.flat().find(({ decided }) => !isStored(decided))?.decided.refused ?? "",
    stands: stands(),
  };
}

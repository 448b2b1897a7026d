// What the parties acknowledged to those who use them, as a person, a door or an officer would remember it, and whatever broke a promise.
// Nothing here asks a party; who does writes down what was answered, and what was cut off before an answer.
import { Clock, Effect } from "effect";
import { decodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { toHex } from "../../protocol/hex.ts";

/** A pass that a door let in. */
export interface Admitted {
  readonly phone: string;
  /** Asked at the custodian at once, or later by the venue. */
  readonly how: "checked" | "unchecked";
  /** The scan was asked for and answered between these. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Ledger {
  /** Every sentence is a broken promise. */
  readonly violations: string[];
  /** Each pass that an issuer answered, by epoch and number. */
  readonly issued: Set<string>;
  readonly admitted: Map<string, Admitted>;
  /** Cut off before an answer, so either stored or not. */
  readonly unsure: Set<string>;
  readonly refused: Set<string>;
  readonly withdrawn: Set<string>;
  readonly counts: Record<string, number>;
}

/** The machine's clock, which people and officers go by. */
export const nowMs = (): number => Effect.runSync(Clock.currentTimeMillis);

export const newLedger = (): Ledger => ({
  violations: [],
  issued: new Set(),
  admitted: new Map(),
  unsure: new Set(),
  refused: new Set(),
  withdrawn: new Set(),
  counts: {},
});

export const count = ({ counts }: Ledger, what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** Epoch and number of a pass as text. */
export const nameOfPass = (text: string): string => {
  const pass = decodePassText(text, passVersions.deployed);
  if (!pass.ok) throw new Error(`an issuer answered what is no pass: ${pass.reason}`);
  return `${toHex(pass.value.epochId)}/${String(pass.value.number)}`;
};

/** What an issuer answered; no number of an epoch may ever come twice. */
export const noteIssued = (ledger: Ledger, text: string): string => {
  const name = nameOfPass(text);
  if (ledger.issued.has(name)) ledger.violations.push(`the pass ${name} was issued twice`);
  ledger.issued.add(name);
  count(ledger, "passes");
  return name;
};

/** The bits of the custodian's bitmaps: the passes of which a visit was stored. */
export const storedPasses = (epochs: readonly (readonly unknown[])[]): ReadonlySet<string> => {
  const stored = new Set<string>();
  for (const [id, bitmap] of epochs) {
    if (!(id instanceof Uint8Array) || !(bitmap instanceof Uint8Array)) throw new Error("no row of an epoch");
    for (const [place, byte] of bitmap.entries())
      for (let bit = 0; bit < 8; bit += 1)
        if (((byte >> bit) & 1) === 1) stored.add(`${toHex(id)}/${String(place * 8 + bit)}`);
  }
  return stored;
};

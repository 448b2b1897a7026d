// When the custodian stores a scan of a pass: the instants at which it still does, online and delivered late, and when the record then ends.
// Four questions look at the same two rules; they share this.
import type { Decided } from "../../../models/language/decide.ts";
import type { Given, Instance } from "../../../models/language/interpret.ts";
import type { Reading } from "./reading.ts";
import { goodScan } from "../../goodscan.ts";
import { collecting, issuedPass } from "./standing.ts";
import { firstSo, lastSo } from "./turningpoint.ts";

const asked = (
  reading: Reading,
  rule: string,
  pass: Instance,
  crisis: Instance,
  given: Given,
  atMs: number,
): Decided => reading.ask(rule, { crisis, pass, visit: reading.rest("visit") }, given, atMs);

/** A scan sent on as it happens. */
export const online = (reading: Reading, issuedAtMs: number, atMs: number): Decided =>
  asked(
    reading,
    "custodian.record",
    issuedPass(reading, issuedAtMs),
    collecting(reading),
    goodScan(issuedAtMs, atMs),
    atMs,
  );

/** A scan kept by the venue and delivered at another instant. */
export const late = (
  reading: Reading,
  issuedAtMs: number,
  scannedAtMs: number,
  atMs: number,
  crisis: Instance = collecting(reading),
): Decided =>
  asked(
    reading,
    "custodian.recordLate",
    issuedPass(reading, issuedAtMs),
    crisis,
    goodScan(issuedAtMs, scannedAtMs),
    atMs,
  );

export const isStored = ({ refused }: Decided): boolean => refused === "";

/** The last instant at which a scan of this pass is stored as it happens. */
export const lastOnline = (reading: Reading, issuedAtMs: number): number | null | undefined =>
  lastSo((atMs) => isStored(online(reading, issuedAtMs, atMs)), issuedAtMs);

/** The first one, by a custodian whose clock is behind. */
export const firstOnline = (reading: Reading, issuedAtMs: number): number | null | undefined =>
  firstSo((atMs) => isStored(online(reading, issuedAtMs, atMs)), issuedAtMs);

/** The last instant at which a venue may have scanned this pass, and the last at which it may then deliver. */
export const lastLate = (
  reading: Reading,
  issuedAtMs: number,
): { readonly scannedAtMs: number; readonly deliveredAtMs: number } | undefined => {
  const scannedAtMs = lastSo((atMs) => isStored(late(reading, issuedAtMs, atMs, atMs)), issuedAtMs);
  if (typeof scannedAtMs !== "number") return undefined;
  const deliveredAtMs = lastSo((atMs) => isStored(late(reading, issuedAtMs, scannedAtMs, atMs)), scannedAtMs);
  return typeof deliveredAtMs === "number" ? { scannedAtMs, deliveredAtMs } : undefined;
};

/** How long a record that was stored at that instant is there. */
export const livesMs = (reading: Reading, { instances, refused }: Decided, storedAtMs: number): number => {
  const { visit } = instances;
  if (visit === undefined || refused !== "") return 0;
  const gone = reading.law.machines.find(({ id }) => id === "visit")?.states;
  const isThere = (atMs: number): boolean =>
    gone?.[reading.later("visit", visit, atMs).state]?.meta.gone !== true;
  const last = lastSo(isThere, storedAtMs);
  return last === undefined ? 0 : last === null ? Infinity : last + 1 - storedAtMs;
};

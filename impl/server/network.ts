// From which network a request came, as a name that says nothing outside this process: an HMAC of the address's prefix
// (24 bits of IPv4, 48 of IPv6) under a key that is drawn at each start and never stored. Limits for strangers count by it.
// It never gives out an address, and two processes name the same network differently.
import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { randomBytes } from "../protocol/randomness.ts";

const keyBytes = 32;
const mappedIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

const prefixOfIPv6 = (address: string): string => {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const blanks = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: blanks }, () => "0"), ...after];
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
};

/** The part of an address that names its network; everything that is no address is one network. */
export const prefixOf = (address: string | undefined): string => {
  const plain = address === undefined ? "" : (mappedIPv4.exec(address)?.[1] ?? address);
  if (isIPv4(plain)) return plain.split(".").slice(0, 3).join(".");
  return isIPv6(plain) ? prefixOfIPv6(plain) : "unknown";
};

export const makeNetworkNames = (): ((address: string | undefined) => string) => {
  const key = randomBytes(keyBytes);
  return (address) => createHmac("sha256", key).update(prefixOf(address)).digest("base64url");
};

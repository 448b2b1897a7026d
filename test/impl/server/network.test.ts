// Which addresses are one network, and that its name says neither address nor network. Literal addresses of both kinds.
import { describe, expect, it } from "vitest";
import { makeNetworkNames, prefixOf } from "../../../impl/server/network.ts";

describe("the network of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113"],
    ["::ffff:203.0.113.7", "203.0.113"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1"],
    ["2001:0db8:0001::1", "2001:db8:1"],
    ["2001:db8::1", "2001:db8:0"],
    ["::1", "0:0:0"],
    ["fe80::1%eth0", "fe80:0:0"],
    ["no address", "unknown"],
    [undefined, "unknown"],
  ])("of %s is %s", (address, network) => {
    expect(prefixOf(address)).toBe(network);
  });

  it("has one name in this process, another in another, and none that tells it", () => {
    const [here, elsewhere] = [makeNetworkNames(), makeNetworkNames()];
    expect(here("203.0.113.7")).toBe(here("203.0.113.200"));
    expect(here("203.0.113.7")).not.toBe(here("203.0.114.7"));
    expect(here("203.0.113.7")).not.toBe(elsewhere("203.0.113.7"));
    expect(here("203.0.113.7")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

// The door once more, written in Promela by hand from the sentences of the policy, in another style and with other variables:
// how old things are instead of when they were, one bit for the record, one loop of macros. It shares nothing with the generator.
// It has the same states, the same transitions of every move and the same hash as the models, so both mean the same.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { doorOf } from "../../../../models/slices/door.ts";
import { searchText } from "../../../../sim/prove/spin/spin.ts";
import { withTool } from "../../../with-tool.ts";
import { byPlainSearch, bySpin, quick, small, spun } from "./spinning.ts";

const door = doorOf(["1"], ["1", "2"]);
const text = readFileSync(fileURLToPath(new URL("byhand/door.pml", import.meta.url)), "utf8");

withTool("spin", "the door by hand", () => {
  const search = async (searched: string) => {
    const found = await spun((workFolder) => searchText({ text: searched, workFolder, ...quick }));
    if (!("states" in found)) return "reason" in found ? found.reason : found.sentence;
    const { promises: _asked, ...counted } = bySpin(door, found);
    return counted;
  };

  it("has the states, the transitions of each move and the hash of the models", async () => {
    const { promises: _asked, ...expected } = await byPlainSearch(door, small(door));
    expect(await search(text)).toEqual(expected);
  });

  it("would not, were a venue allowed to deliver one tick later", async () => {
    const { hash } = await byPlainSearch(door, small(door));
    expect(await search(text.replace("#define LATE 2", "#define LATE 3"))).not.toMatchObject({ hash });
  });

  it("says itself that no pass is stored twice, and is stopped where one is", async () => {
    expect(text).toContain("taken = collecting && pass == CARRIED &&");
    const twice = text.replace(
      "taken = collecting && pass == CARRIED &&",
      "taken = collecting && pass != NO_PASS &&",
    );
    expect(await search(twice)).toBe("spin-error");
  });
});

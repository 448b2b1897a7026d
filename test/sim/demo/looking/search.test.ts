// The search through the parties' files: a number is found in every form in which it can lie there, by the file that holds it, and not elsewhere.
// Folders are made by hand here; the stores of real parties are searched in the tests of the country.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { searched } from "../../../../sim/demo/looking/search.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-search-"));
const parties = [
  { name: "issuer-1", kind: "issuer" },
  { name: "custodian", kind: "custodian" },
] as const;

const put = (file: string, bytes: string | Uint8Array): void => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), bytes);
};

const found = (typed: string) => searched(folder, parties, typed).parties.map((party) => party.found);

describe("the search", () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  put("issuer-1/kept.txt", "to +821012345678");
  put("issuer-1/vault/key", Uint8Array.of(1, 2, 3));
  put("custodian/scans", Uint8Array.of(0, 0xee, 0x6b, 0x28, 0x01, 9));
  const database = new DatabaseSync(join(folder, "custodian", "store.sqlite"));
  database.exec("CREATE TABLE venue (venue INTEGER PRIMARY KEY); INSERT INTO venue VALUES (4711)");
  database.close();

  it.each(["010-1234-5678", "01012345678", "+82 10 1234 5678"])("finds a phone typed as %s", (typed) => {
    expect(found(typed)).toEqual([["kept.txt"], []]);
  });

  it("finds a venue's number in binary, and a small one in the column of its name", () => {
    expect(found("4000000001")).toEqual([[], ["scans"]]);
    expect(found("4711")).toEqual([[], ["venue.venue"]]);
  });

  it("finds nothing that is not there, and counts what it looked through", () => {
    expect(found("010-1234-5679")).toEqual([[], []]);
    expect(searched(folder, parties, "4712").parties[0]).toMatchObject({ files: 2, bytes: 19, found: [] });
  });
});

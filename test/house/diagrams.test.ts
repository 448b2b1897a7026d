// @vitest-environment jsdom
// The diagrams generated for pages that draw Mermaid: one a machine, and each read by Mermaid's own parser.
// That parser wants a document around it, so this file, and no other of the house, runs in one.
import mermaid from "mermaid";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machines } from "../../models/machines.ts";

const folder = join("impl", "generated", "diagrams");
const files = readdirSync(folder);

describe("the generated diagrams", () => {
  it("are one a machine", () => {
    expect(files.toSorted()).toEqual(machines.map(({ id }) => `${id}.mmd`).toSorted());
  });

  it.each(files)("%s is one that Mermaid reads as states", async (file) => {
    const read = await mermaid.parse(readFileSync(join(folder, file), "utf8"));
    expect(read.diagramType).toMatch(/^state/);
  });

  it("would not be read with a mistake in them", async () => {
    await expect(mermaid.parse("stateDiagram-v2\n  a --> : nowhere [")).rejects.toThrow();
  });
});

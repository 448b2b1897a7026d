// The machines as Mermaid texts for documents that draw Mermaid, by name.
// `entrylog atlas --format mermaid` writes them; they are those that the generator prints.
import { printMermaid } from "../../../models/language/mermaid.ts";
import { machines } from "../../../models/machines.ts";
import type { Files } from "./files.ts";

export const mermaidFiles = (): Files =>
  new Map(machines.map((machine) => [`${machine.id}.mmd`, printMermaid(machine)]));

// The pictures of the atlas as SVG files for documents: the parties and every machine, in each language, by name.
// `entrylog atlas --format svg` writes them, and tests compare them with approved ones.
// They are the pictures of the page, laid out and painted by the same code.
import { machines } from "../../../models/machines.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { standalone } from "../../paint/standalone.ts";
import { pictureOf } from "../content.ts";
import { labels } from "../labels.ts";
import { overviewWords } from "../page/views/overview/words.ts";
import { languages } from "../../said.ts";
import { overviewIn } from "../system/system.ts";
import type { Files } from "./files.ts";

export async function svgFiles(): Promise<Files> {
  const files = new Map<string, string>();
  for (const language of languages) {
    const overview = await overviewIn(language);
    files.set(`overview-${language}.svg`, standalone(overview, overviewWords[language].overview));
    for (const machine of machines) {
      const picture = await pictureOf(machine, language, defaultPolicy);
      files.set(`${machine.id}-${language}.svg`, standalone(picture, labels.machine(machine.id)[language]));
    }
  }
  return files;
}

// Makes the page's program and style into one HTML text, with vite and its single-file plugin; nothing is written to disk.
// draw.ts calls it and then puts the data in, so that data never passes through a bundler.
// It refuses a result that is not one file, because a page that needs a second file is not an offline page.
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const dataSlot = '<script type="application/json" id="atlas-data">';

/** The page without data. */
export async function bundlePage(): Promise<string> {
  const result = await build({
    root: fileURLToPath(new URL(".", import.meta.url)),
    configFile: false,
    envFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [viteSingleFile({ removeViteModuleLoader: true })],
    build: { write: false, target: "es2022", modulePreload: false, reportCompressedSize: false },
  });
  const outputs: readonly Rolldown.RolldownOutput[] = Array.isArray(result)
    ? result
    : "output" in result
      ? [result]
      : [];
  const files = outputs.flatMap(({ output }) => output);
  const [page, ...others] = files;
  if (page?.type !== "asset" || others.length > 0 || typeof page.source !== "string") {
    throw new Error(`the page was bundled into ${files.map(({ fileName }) => fileName).join(", ")}`);
  }
  return page.source;
}

/** The page with its data; `<` is escaped, so that no text of the data can end the script element. */
export function withData(page: string, data: unknown): string {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028");
  return page.replace(dataSlot, () => `${dataSlot}${json}`);
}

/** The data of a page as it stands there, or nothing where it is no page with data. */
export const dataIn = (page: string): string => {
  const from = page.indexOf(dataSlot);
  return from < 0 ? "" : page.slice(from + dataSlot.length, page.indexOf("</script>", from));
};

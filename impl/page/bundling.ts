// Makes a page's program and style into one file each, with vite, for a browser.
// impl/page/bundled.ts asks for it when the sources have changed, and loads this file and vite only then.
// It refuses a program that came out in several files or too large, because a page is to open on a slow phone.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";

/** The files of a page by their names, each a whole text. */
export type Bundle = Readonly<Record<string, string>>;

/** A page may have as much with everything; what it asks of its server comes on top of its files. */
export const bundleBytesMost = 240_000;

const entries = { "program.js": "program.ts", "style.css": "style.css", "worker.js": "worker.ts" } as const;

const made = async (source: string): Promise<string> => {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: "silent",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      // Reading a property does nothing else in what pages are made of, so what only reads and is not used can be left out.
      rolldownOptions: { input: source, treeshake: { propertyReadSideEffects: false } },
    },
  });
  const outputs: readonly Rolldown.RolldownOutput[] = Array.isArray(result)
    ? result
    : "output" in result
      ? [result]
      : [];
  const files = outputs
    .flatMap(({ output }) => output)
    // A style of its own comes with an empty program.
    .filter((file) => !source.endsWith(".css") || file.type === "asset");
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Error(`${source} came out as ${files.map(({ fileName }) => fileName).join(", ")}`);
  return file.type === "chunk" ? file.code : String(file.source);
};

export const bundlePage = async (folder: URL): Promise<Bundle> => {
  const files: Record<string, string> = {};
  for (const [name, source] of Object.entries(entries)) {
    const place = fileURLToPath(new URL(source, folder));
    if (existsSync(place)) files[name] = await made(place);
  }
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > bundleBytesMost)
    throw new Error(`the page has ${String(bytes)} bytes, and may have ${String(bundleBytesMost)}`);
  return files;
};

// The formats in which the atlas is written: the page, the same on paper, and its pictures as files for documents.
// The command asks for one by name; each lies in a file of its own beside this one.
// Without a place of its own a format goes to where the next command will look for it.
import { Effect } from "effect";
import { drawPolicy, type AtlasRequest } from "../draw.ts";
import { writeFiles } from "./files.ts";
import { mermaidFiles } from "./mermaid.ts";
import { writePdf } from "./pdf.ts";
import { svgFiles } from "./svg.ts";

export const formats = ["html", "svg", "pdf", "mermaid"] as const;
export type Format = (typeof formats)[number];

/** Where a format goes unless it is told otherwise: a file, or a folder of files. */
const places: Readonly<Record<Format, string>> = {
  html: ".entrylog/atlas.html",
  svg: ".entrylog/atlas",
  pdf: ".entrylog/atlas.pdf",
  mermaid: ".entrylog/atlas",
};

/** Writes the atlas in a format; answers where to, and what was written as a sentence. */
export const drawAs = Effect.fn("drawAs")(function* (
  format: Format,
  request: Omit<AtlasRequest, "out">,
  out: string = places[format],
) {
  switch (format) {
    case "html": {
      const { bytes } = yield* drawPolicy({ ...request, out });
      return { out, says: `The policy is drawn in ${out} (${Math.ceil(bytes / 1024)} KiB)` };
    }
    case "pdf":
      yield* writePdf({ ...request, out });
      return { out, says: `The policy is printed into ${out}` };
    case "svg":
    case "mermaid": {
      const files = format === "svg" ? yield* Effect.promise(svgFiles) : mermaidFiles();
      yield* writeFiles(out, files);
      return { out, says: `${files.size} pictures are written into ${out}` };
    }
  }
});

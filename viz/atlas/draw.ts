// Writes the atlas: one offline HTML file with the law as diagrams and tables, and what has been shown of it.
// The command `atlas` and the front door's `start` call it; the same law and the same files give the same bytes.
// It fails with a Stop where a file has the wrong form or cannot be written, and never leaves half a page behind.
import { Effect } from "effect";
import { bundlePage, withData } from "./bundle.ts";
import { changesBetween } from "./changes/comparing.ts";
import { otherLaw } from "./changes/otherlaw.ts";
import { lawContent, type Law } from "./content.ts";
import { stamp, type AtlasData, type Language } from "./data.ts";
import { LawHash } from "../lawhash.ts";
import { readEvidence, type EvidencePlaces } from "./reading/evidence.ts";
import { writePage } from "../writepage.ts";

export interface AtlasRequest {
  /** Where the HTML file goes. */
  readonly out: string;
  /** The language the page opens in; it can be switched there. */
  readonly language: Language;
  /** Where what has been shown lies. */
  readonly evidence: EvidencePlaces;
  /** The commit to name at the foot. */
  readonly commit?: string;
  /** Another version to compare the law with: an atlas as a file, or a revision of the product. */
  readonly against?: string;
}

export interface Drawn {
  readonly out: string;
  readonly bytes: number;
}

/** The page without data, and the law laid out: the same for every page, so made once in a process. */
const pageAndLaw = (() => {
  let made: Promise<readonly [page: string, law: Law]> | undefined;
  return () => (made ??= Promise.all([bundlePage(), lawContent()]));
})();

/** The page as one text. */
export const pageOf = Effect.fn("pageOf")(function* ({
  language,
  evidence,
  commit,
  against,
}: Omit<AtlasRequest, "out">) {
  const lawHash = yield* LawHash;
  const shown = yield* readEvidence(evidence);
  const before = against === undefined ? undefined : yield* otherLaw(against);
  const [page, law] = yield* Effect.promise(pageAndLaw);
  const changes =
    before === undefined || against === undefined
      ? undefined
      : { from: against, lawHash: before.lawHash, changes: changesBetween(before, { ...law, lawHash }) };
  const data: AtlasData = {
    stamp,
    language,
    lawHash,
    ...(commit === undefined ? {} : { commit }),
    ...law,
    ...(changes === undefined ? {} : { changes }),
    evidence: shown,
  };
  return withData(page, data);
});

/** Draws the policy, and what has been shown of it, into one file. */
export const drawPolicy = Effect.fn("drawPolicy")(function* ({ out, ...request }: AtlasRequest) {
  const html = yield* pageOf(request);
  return { out, bytes: yield* writePage("The page", out, html) } satisfies Drawn;
});

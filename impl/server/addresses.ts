// Which methods an address takes, for the answers about unknown addresses and wrong methods.
// The router itself knows only that nothing matched; this compares a path with the templates of the contract.
// It looks at whole segments and decodes nothing.
import { HttpServerResponse } from "../protocol/http/effecthttp.ts";
import { problem, problemResponse } from "../protocol/http/problem.ts";
import type { Address } from "./routes.ts";

const segmentsOf = (path: string): readonly string[] => path.split("/").slice(1);

const fits = (template: readonly string[], path: readonly string[]): boolean => {
  const open = template.at(-1) === "*";
  if (open ? path.length < template.length : path.length !== template.length) return false;
  return template.every(
    (segment, place) => segment === "*" || segment.startsWith(":") || segment === path[place],
  );
};

/** The path of a request line, without query and fragment. */
export const pathOf = (url: string): string => {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
};

export const makeNothingHere = (addresses: ReadonlyArray<Address>) => {
  const templates = addresses.map(({ method, path }) => ({ method, segments: segmentsOf(path) }));
  const notFound = problemResponse(problem("not-found"));
  const notAllowed = problemResponse(problem("method-not-allowed"));
  return (method: string, url: string): HttpServerResponse.HttpServerResponse => {
    const path = segmentsOf(pathOf(url));
    const methods = templates.filter(({ segments }) => fits(segments, path)).map(({ method }) => method);
    // Where the method is right and nothing was found all the same, the path itself cannot be read.
    if (methods.length === 0 || methods.includes(method)) return notFound;
    return HttpServerResponse.setHeader(notAllowed, "allow", [...new Set(methods)].sort().join(", "));
  };
};

// What the files of a page are, by the ends of their names; all of them are texts in UTF-8.
// The routes of pages say it, and a listener knows by it that a page which tells of a failure is meant as it is.
export const htmlMediaType = "text/html; charset=utf-8";

const mediaTypes: Readonly<Record<string, string>> = {
  html: htmlMediaType,
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

export const mediaTypeOf = (kind: string): string => mediaTypes[kind] ?? "application/octet-stream";

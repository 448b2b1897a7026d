// Every word of the desk's page, in both languages; the server takes the title alone.
// The two sides are typed alike, so that one that is missing does not compile.
export const titles = {
  ko: { title: "역학조사관 업무 창구" },
  en: { title: "Officer’s desk" },
} as const;

// The title of the board's page, in both languages.
// The server writes it into the HTML, and the program again when the reader chooses the other language.
export const words = {
  ko: { title: "코로나19 현황판" },
  en: { title: "COVID-19 status board" },
} as const;

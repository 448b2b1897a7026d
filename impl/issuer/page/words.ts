// The title of the issuer's page, in both languages; it is the same at every step and for everybody.
// The server writes it into the HTML, and the program again when the reader chooses the other language.
export const words = {
  ko: { title: "코로나19 · QR 체크인" },
  en: { title: "COVID-19 · QR check-in" },
} as const;

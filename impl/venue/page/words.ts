// The title of the page of a door in both languages, which the server writes too.
// All its other words stand in words/, where the program alone reads them.
export const words = {
  ko: { title: "출입구 QR 확인" },
  en: { title: "The door: checking QR codes" },
} as const;

// The title of the trial page in both languages.
// It stands apart from the program, because the server writes it too.
export const words = { ko: { title: "시험" }, en: { title: "Trial" } } as const;

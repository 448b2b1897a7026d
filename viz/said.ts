// The languages of the pictures, and what it is to say or draw a thing in each of them.
// Everything in them that holds words is made of it; it holds no word itself.
export const languages = ["en", "ko"] as const;
export type Language = (typeof languages)[number];

export type InEach<Thing> = Readonly<Record<Language, Thing>>;
/** One thing said in every language. */
export type Said = InEach<string>;

/** Says a thing in every language. */
export const inBoth = (say: (language: Language) => string): Said => ({ en: say("en"), ko: say("ko") });

// The form of one thing said in every language, in files that are read.
// Readers of evidence and of other laws are made of it; what is missing in one language is refused.
import { Schema } from "effect";

export const SaidForm = Schema.Struct({ en: Schema.String, ko: Schema.String });

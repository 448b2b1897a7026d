// The forms of single figures in files of results: a count, and a measured figure; neither is ever under nothing.
// The Schemas of run.json are made of them. They say what a figure can be, and nothing of what it means.
import { Schema } from "effect";

export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
export const Figure = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0));

/** One thing said in every language that pictures speak. */
export const Said = Schema.Struct({ en: Schema.String, ko: Schema.String });

// The hash of the law, by which files say under which law they were made.
// The generator computes it, and pictures may not import the service; the front door, which knows both, provides it.
// Without it nothing is drawn, because a page that cannot say of which law it is proves nothing.
import { Context } from "effect";

export class LawHash extends Context.Service<LawHash, string>()("entrylog/viz/LawHash") {}

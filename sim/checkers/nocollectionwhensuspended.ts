// Watches that the crisis level allowed collection whenever a pass was issued or a visit stored.
// Each party is held to the level that it knew itself.
import { watchingEach } from "./checker.ts";

export const noCollectionWhenSuspended = watchingEach("no-collection-when-suspended");

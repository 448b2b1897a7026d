// A worker that does nothing, to show that a page may have one and what it may serve.
// It takes over as soon as it is there.
addEventListener("install", () => undefined);

// The headers that come with every file of a party's page: what it may load, whom it may ask, and who may show it.
// A page runs its own files and asks its own origin, and nothing else; no other page may frame, open or embed it.
// Devices are closed to it, but for those that it names.
export type Device = "camera";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

const devices: readonly (Device | "geolocation" | "microphone" | "payment" | "usb")[] = [
  "camera",
  "geolocation",
  "microphone",
  "payment",
  "usb",
];

const permissions = (used: readonly Device[]): string =>
  devices.map((device) => `${device}=(${used.some((each) => each === device) ? "self" : ""})`).join(", ");

export const pageHeaders = (used: readonly Device[]): Readonly<Record<string, string>> => ({
  "content-security-policy": policy,
  "permissions-policy": permissions(used),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
});

// The cameras of the reader's machine: opens one, the one at the back where there is a choice, and says in a value why there is none.
// The pictures go to the live view and the reading of codes (reading.ts) and nowhere else; nothing is recorded.
// It asks for no sound, and releases what it opened when it is told.

/** `insecure`: browsers give a camera to pages over HTTPS and of the machine itself alone. */
export type CameraFault = "insecure" | "refused" | "absent" | "busy" | "lost";

export interface Camera {
  readonly deviceId: string;
  readonly name: string;
}

export type Opened =
  { readonly stream: MediaStream; readonly deviceId: string } | { readonly fault: CameraFault };

const faultOf: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
};

/** Large enough for a code at arm's length, small enough for an old phone. */
const size = { width: { ideal: 1_280 }, height: { ideal: 720 } };

const hasCameras = (): boolean => window.isSecureContext && "mediaDevices" in navigator;

export const openCamera = async (deviceId?: string): Promise<Opened> => {
  if (!hasCameras()) return { fault: "insecure" };
  const which = deviceId === undefined ? { facingMode: "environment" } : { deviceId: { exact: deviceId } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which }, audio: false });
    return { stream, deviceId: stream.getVideoTracks()[0]?.getSettings().deviceId ?? "" };
  } catch (cause) {
    return { fault: (cause instanceof DOMException ? faultOf[cause.name] : undefined) ?? "busy" };
  }
};

export const releaseCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Those of the machine, with their names once the reader has allowed one of them. */
export const camerasHere = async (): Promise<readonly Camera[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }) => ({ deviceId, name: label }));

/** Calls whenever a camera comes or goes; answers how to stop it. */
export const onCamerasChanged = (changed: () => void): (() => void) => {
  if (!hasCameras()) return () => undefined;
  navigator.mediaDevices.addEventListener("devicechange", changed);
  return () => {
    navigator.mediaDevices.removeEventListener("devicechange", changed);
  };
};

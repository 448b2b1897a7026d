// A camera for as long as a view stands on the screen and somebody can see it: opened, read, released when the page is hidden,
// and opened again when it is back. A camera that is taken away is told, and used again when it returns.
// What it reads it hands on; it shows nothing.
import { useEffect, useRef, useState } from "preact/hooks";
import { keepAwake } from "./awake.ts";
import {
  camerasHere,
  onCamerasChanged,
  openCamera,
  releaseCamera,
  type Camera,
  type CameraFault,
} from "./camera.ts";
import { startLooking, type Hand } from "./looking.ts";
import { openReading } from "./reading.ts";

export type CameraState =
  | { readonly at: "asking" }
  | { readonly at: "fault"; readonly fault: CameraFault }
  | { readonly at: "seeing"; readonly deviceId: string; readonly cameras: readonly Camera[] };

export interface UsedCamera {
  readonly state: CameraState;
  readonly choose: (deviceId: string) => void;
  readonly tryAgain: () => void;
}

const useVisible = (): boolean => {
  const [isVisible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const look = () => {
      setVisible(!document.hidden);
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return isVisible;
};

/** Shows the camera in the video and reads it until it is stopped by what it answers. */
const use = (
  video: HTMLVideoElement,
  chosen: string | undefined,
  tell: (state: CameraState) => void,
  hand: Hand,
): (() => void) => {
  let isOver = false;
  const closing: (() => void)[] = [];
  const begin = async () => {
    const opened = await openCamera(chosen);
    if ("fault" in opened) {
      if (!isOver) tell({ at: "fault", fault: opened.fault });
      return;
    }
    const { stream, deviceId } = opened;
    closing.push(() => {
      releaseCamera(stream);
      video.srcObject = null;
    });
    const [reading, cameras] = await Promise.all([openReading(), camerasHere()]);
    if (isOver) {
      releaseCamera(stream);
      return;
    }
    // Told by the browser when the camera is pulled out, and not when it is released here.
    stream.getVideoTracks()[0]?.addEventListener("ended", () => {
      if (!isOver) tell({ at: "fault", fault: "lost" });
    });
    video.srcObject = stream;
    // A video that is taken off the page while it begins to play says so by failing.
    video.play().catch(() => undefined);
    closing.push(keepAwake(), startLooking(video, reading, hand));
    tell({ at: "seeing", deviceId, cameras });
  };
  void begin();
  return () => {
    isOver = true;
    for (const close of closing) close();
  };
};

export const useCamera = (video: { readonly current: HTMLVideoElement | null }, onCode: Hand): UsedCamera => {
  const [state, setState] = useState<CameraState>({ at: "asking" });
  const [chosen, setChosen] = useState<string>();
  const [turn, setTurn] = useState(0);
  const isVisible = useVisible();
  // The camera goes on where only what is done with its codes has changed.
  const handing = useRef(onCode);
  handing.current = onCode;
  const tryAgain = () => {
    setTurn((before) => before + 1);
  };

  useEffect(() => {
    if (video.current === null || !isVisible) return undefined;
    return use(video.current, chosen, setState, (text) => handing.current(text));
  }, [chosen, turn, isVisible]);

  const hasFault = state.at === "fault" && state.fault !== "refused";
  useEffect(() => (hasFault ? onCamerasChanged(tryAgain) : undefined), [hasFault]);

  return {
    state,
    tryAgain,
    choose: (deviceId) => {
      setChosen(deviceId);
    },
  };
};

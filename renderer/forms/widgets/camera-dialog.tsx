import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import css from './widgets.module.css';

interface CameraDialogProps {
  readonly onPhoto: (photo: File) => void;
  readonly onClose: () => void;
}

type CameraState = 'opening' | 'ready' | 'refused' | 'none';

/** Whether this page may ask for a camera at all: only one that came safely may. */
export function hasCameraAccess(): boolean {
  // Absent on a page without TLS, whatever the types say.
  return (navigator.mediaDevices as MediaDevices | undefined) !== undefined;
}

/** The laptop's camera, until a photo is taken with it. */
export function CameraDialog({ onPhoto, onClose }: CameraDialogProps): JSX.Element {
  const { t } = useLingui();
  const videoRef = useRef<HTMLVideoElement>(null);
  const shutterRef = useRef<HTMLButtonElement>(null);
  const state = useCamera(videoRef);
  useEffect(() => {
    if (state === 'ready') shutterRef.current?.focus();
  }, [state]);

  async function take(): Promise<void> {
    const video = videoRef.current;
    if (!video) return;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    onPhoto(new File([blob], 'camera.jpg', { type: blob.type }));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the dialog are not keys of the form around it
    <div onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}>
      <Dialog
        size="wide"
        title={t`Take a photo`}
        onClose={onClose}
        actions={
          <>
            <Button
              ref={shutterRef}
              kind="primary"
              icon="camera"
              disabled={state !== 'ready'}
              onClick={() => void take()}
            >
              {t`Take the photo`}
            </Button>
            <Button onClick={onClose}>{t`Back`}</Button>
          </>
        }
      >
        {state === 'opening' && <Spinner />}
        {state === 'refused' && (
          <Notice tone="warn" title={t`The camera may not be used`}>
            {t`Allow it for this page, or take the photo with a phone and add the file.`}
          </Notice>
        )}
        {state === 'none' && (
          <Notice tone="warn" title={t`No camera was found`}>
            {t`Take the photo with a phone and add the file.`}
          </Notice>
        )}
        <video
          ref={videoRef}
          autoPlay
          playsInline
          muted
          hidden={state !== 'ready'}
          className={css['camera']}
        />
      </Dialog>
    </div>
  );
}

function useCamera(videoRef: RefObject<HTMLVideoElement | null>): CameraState {
  const [state, setState] = useState<CameraState>('opening');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isGone = false;
    async function open(): Promise<void> {
      try {
        const opened = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
        });
        if (isGone) return stop(opened);
        stream = opened;
        if (videoRef.current) videoRef.current.srcObject = opened;
        setState('ready');
      } catch (error) {
        const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
        if (!isGone) setState(isRefused ? 'refused' : 'none');
      }
    }
    void open();
    return () => {
      isGone = true;
      if (stream) stop(stream);
    };
  }, [videoRef]);
  return state;
}

/** The light of the camera goes out. */
function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

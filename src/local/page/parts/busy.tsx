import { useEffect, useState } from "preact/hooks";

interface BusyProps {
  readonly since: number | null;
  readonly onStop: () => void;
}

/** That work goes on, once it takes longer than a moment, and a way out of it once it takes long. */
export function Busy({ since, onStop }: BusyProps) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (since === null) return;
    const timer = setInterval(() => setSeconds((Date.now() - since) / 1000), 250);
    return () => clearInterval(timer);
  }, [since]);
  const isShown = since !== null && seconds > 0.4;
  return (
    <div class="busy" role="status">
      {isShown && (
        <>
          <span class="spinner" aria-hidden="true" />
          {seconds < 2 ? "Working …" : `Working … ${Math.floor(seconds / 5) * 5 || 2} s`}
          {seconds > 10 && (
            <button type="button" onClick={onStop}>
              Stop
            </button>
          )}
        </>
      )}
    </div>
  );
}

import { useEffect } from "preact/hooks";
import type { Notice } from "../session";

const SECONDS = 8;

/** Toasts and errors, in the corner; a toast goes by itself, an error waits until it was read. */
export function Notices(props: { readonly notices: readonly Notice[]; readonly onDismiss: (id: number) => void }) {
  return (
    <div class="notices">
      <div role="status">
        {props.notices
          .filter(({ kind }) => kind === "toast")
          .map((notice) => (
            <NoticeCard key={notice.id} notice={notice} onDismiss={props.onDismiss} />
          ))}
      </div>
      <div role="alert">
        {props.notices
          .filter(({ kind }) => kind === "error")
          .map((notice) => (
            <NoticeCard key={notice.id} notice={notice} onDismiss={props.onDismiss} />
          ))}
      </div>
    </div>
  );
}

function NoticeCard({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: (id: number) => void }) {
  const { id, kind, title, message } = notice;
  useEffect(() => {
    if (kind === "error") return;
    const timer = setTimeout(() => onDismiss(id), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [id, kind, onDismiss]);
  return (
    <div class={`notice is-${kind}`}>
      <div>
        {title && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button type="button" aria-label={`Close: ${title || message}`} onClick={() => onDismiss(id)}>
        ×
      </button>
    </div>
  );
}

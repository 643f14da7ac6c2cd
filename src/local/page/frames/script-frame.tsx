import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RunAnswer } from "../../workspace/protocol";
import { installBridge } from "./bridge";

interface ScriptFrameProps {
  readonly title: string;
  readonly html: string;
  readonly run: (functionName: string, args: readonly unknown[]) => Promise<RunAnswer["outcome"]>;
  readonly onClose: () => void;
  readonly onEscape: () => void;
  readonly onFocusEditor: () => void;
  readonly onLink: (href: string) => void;
  readonly onSize: (size: { readonly width?: number; readonly height?: number }) => void;
}

/** After so many seconds a page that has not come up is said not to answer. */
const PATIENCE = 10;

/**
 * A page of the add-on in a frame that is shut off from everything but its own messages: another origin, no access to
 * the page around it, to what is stored, or to other frames.
 */
export function ScriptFrame(props: ScriptFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "silent">("loading");
  const latest = useRef(props);
  latest.current = props;
  const html = useMemo(() => withBridge(props.html), [props.html]);

  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === "loading" ? "silent" : now)), PATIENCE * 1000);
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow || event.data?.source !== "planner-frame") return;
      const { kind } = event.data;
      if (kind === "ready") setState("ready");
      else if (kind === "run") void answer(event.data);
      else if (kind === "close") latest.current.onClose();
      else if (kind === "escape") latest.current.onEscape();
      else if (kind === "focus-editor") latest.current.onFocusEditor();
      else if (kind === "link") latest.current.onLink(String(event.data.href));
      else if (kind === "size") latest.current.onSize(sizeOf(event.data));
    };
    const answer = async ({ id, name, args }: { id: unknown; name: unknown; args: unknown }) => {
      if (typeof name !== "string") return;
      const outcome = await latest.current.run(name, Array.isArray(args) ? args : []);
      frame.current?.contentWindow?.postMessage({ source: "planner-page", id, ...outcome }, "*");
    };
    window.addEventListener("message", listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("message", listen);
    };
  }, []);

  return (
    <>
      {state === "silent" && (
        <p role="alert" class="frame-silent">
          This page is not answering. Nothing was changed by it: close it and open it again.
        </p>
      )}
      <iframe
        ref={frame}
        title={props.title}
        srcdoc={html}
        sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
      />
    </>
  );
}

/** In a browser tab of its own, if it is an address of the web. */
export function openElsewhere(href: string): void {
  if (/^https?:/i.test(href)) window.open(href, "_blank", "noopener,noreferrer");
}

function sizeOf({ width, height }: { width?: unknown; height?: unknown }): { width?: number; height?: number } {
  return { ...(typeof width === "number" && { width }), ...(typeof height === "number" && { height }) };
}

/** The page with Google's client side as its first script. */
function withBridge(html: string): string {
  const script = `<script>(${String(installBridge)})()</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}

import { followLink } from "../follow-link";
import type { FramePage, Session } from "../session";
import { openElsewhere, ScriptFrame } from "./script-frame";

interface SidebarProps {
  readonly session: Session;
  readonly page: FramePage;
  readonly onFocusGrid: () => void;
}

/** The add-on's sidebar: 300 pixels wide, as Google's, one at a time. */
export function Sidebar({ session, page, onFocusGrid }: SidebarProps) {
  const close = () => {
    session.change({ sidebar: null });
    onFocusGrid();
  };
  return (
    <aside class="sidebar" aria-label={page.title}>
      <div class="frame-head">
        <h2>{page.title}</h2>
        <button type="button" class="close" aria-label="Close sidebar" onClick={close}>
          ×
        </button>
      </div>
      <ScriptFrame
        title={page.title}
        html={page.html}
        run={(name, args) => session.run(name, args)}
        onClose={close}
        onEscape={onFocusGrid}
        onFocusEditor={onFocusGrid}
        onLink={(href) => {
          if (!followLink(href, session.state.outline)) openElsewhere(href);
        }}
        onSize={() => undefined}
      />
    </aside>
  );
}

import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { MenuItem, TabOutline } from "../workspace/protocol";
import { SAMPLE_NAME } from "../workspace/sample-name";
import { download } from "./download";
import { followLink } from "./follow-link";
import { Dialog } from "./frames/dialog";
import { Sidebar } from "./frames/sidebar";
import { Guide, rememberedGuides, rememberGuides, Tour } from "./guide";
import { Ask } from "./parts/ask";
import { Busy } from "./parts/busy";
import type { MenuEntry } from "./parts/menu";
import { type BarMenu, MenuBar } from "./parts/menu-bar";
import { Notices } from "./parts/notices";
import { Shortcuts } from "./parts/shortcuts";
import { Status } from "./parts/status";
import { TabBar } from "./parts/tab-bar";
import type { Session } from "./session";
import { Sheet } from "./sheet";
import { StartScreen } from "./start-screen";
import { DocumentsView, DocumentView } from "./views/documents";
import { FormPage, FormsView } from "./views/form";
import { OutboxView } from "./views/outbox";
import { type View, viewOf } from "./views/view";

type Question =
  | "sample"
  | "empty"
  | "delete-everything"
  | "shortcuts"
  | { readonly deleteTab: TabOutline }
  | { readonly file: File };

/** The whole page, as the session has it. */
export function App({ session }: { readonly session: Session }) {
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => session.subscribe(() => render(undefined)), [session]);
  const [view, setView] = useState<View>(() => viewOf(location.hash));
  useEffect(() => {
    const follow = () => setView(viewOf(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && followLink(link.href, session.state.outline)) event.preventDefault();
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [session]);
  const [question, setQuestion] = useState<Question | null>(null);
  const [guides, setGuides] = useState(rememberedGuides);
  const [focusCount, setFocusCount] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  const { state } = session;
  const focusGrid = () => setFocusCount((count) => count + 1);
  const openFile = (file: File) => {
    if (state.outline) setQuestion({ file });
    else void session.openFile(file);
  };

  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) openFile(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  });

  const close = () => {
    setQuestion(null);
    focusGrid();
  };
  const pickerField = (
    <input
      ref={picker}
      hidden
      type="file"
      accept=".planner,.json,.gz"
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = "";
        if (file) openFile(file);
      }}
    />
  );
  const common = (
    <>
      {pickerField}
      <Busy since={state.busySince} onStop={() => void session.stopRun()} />
      <Notices notices={state.notices} onDismiss={(id) => session.dismiss(id)} />
    </>
  );

  const { outline } = state;
  if (!outline) {
    return (
      <>
        {state.phase === "starting" ? (
          <main class="start">
            <h1>Micro-credential Planner</h1>
            <p role="status">Opening …</p>
          </main>
        ) : state.phase === "failed" ? (
          <main class="start">
            <h1>Micro-credential Planner</h1>
            <p role="alert" class="problem">
              The planner could not start in this browser. Reload the page; if that does not help, use a current version
              of Chrome, Edge, Firefox or Safari. Nothing that was stored is lost.
            </p>
          </main>
        ) : (
          <StartScreen
            session={session}
            problem={state.problem}
            isBusy={state.busySince !== null}
            onOpenFile={() => picker.current?.click()}
          />
        )}
        {common}
      </>
    );
  }

  const isReadOnly = state.access === "read-only";
  const isSample = outline.name === SAMPLE_NAME;
  const isGuided = isSample ? guides.sample : guides.own;
  const tab = outline.tabs.find(({ id }) => id === state.activeTabId) ?? outline.tabs[0];
  const save = async (file: Promise<Blob>, name: string) => {
    try {
      download(await session.working(file), name);
    } catch {
      session.tell("error", "Not saved", "The file could not be made. Reload the page and try again.");
    }
  };
  const menus: readonly BarMenu[] = [
    {
      label: "File",
      entries: [
        { label: "New empty program", onChoose: () => setQuestion("empty") },
        { label: "Look at the sample program", onChoose: () => setQuestion("sample") },
        { label: "Open program file", onChoose: () => picker.current?.click() },
        "separator",
        {
          label: "Save program file",
          onChoose: () => void save(session.api.programFile(), `${outline.name}.planner`),
        },
        {
          label: "Download workbook (.xlsx)",
          onChoose: () => void save(session.api.workbookFile(), `${outline.name}.xlsx`),
        },
        {
          label: "Download this tab (.csv)",
          isDisabled: !tab,
          onChoose: () => {
            if (tab) void save(session.api.tabFile(tab.id), `${outline.name} - ${tab.name}.csv`);
          },
        },
        "separator",
        { label: "Delete everything", onChoose: () => setQuestion("delete-everything") },
      ],
    },
    {
      label: "Edit",
      entries: [
        {
          label: "Undo",
          keys: "Ctrl+Z",
          isDisabled: !outline.canUndo || isReadOnly,
          onChoose: () => void session.undo(),
        },
        {
          label: "Redo",
          keys: "Ctrl+Y",
          isDisabled: !outline.canRedo || isReadOnly,
          onChoose: () => void session.redo(),
        },
      ],
    },
    {
      label: "View",
      entries: [
        { label: `Outbox (${outline.mails})`, onChoose: () => go("#outbox") },
        { label: `Documents (${outline.documents.length})`, onChoose: () => go("#documents") },
        { label: `Forms (${outline.forms.length})`, onChoose: () => go("#forms") },
        "separator",
        { label: isGuided ? "Hide the guide" : "Show the guide", onChoose: () => guide(!isGuided) },
        { label: "Keyboard shortcuts", onChoose: () => setQuestion("shortcuts") },
      ],
    },
    {
      label: "Extensions",
      entries: outline.menus.map(({ caption, items }) => ({
        label: caption ?? "Micro-credential Planner",
        entries: items.map((item) => menuEntry(item, session)),
      })),
    },
  ];
  const guide = (isShown: boolean) => {
    const next = { ...guides, [isSample ? "sample" : "own"]: isShown };
    setGuides(next);
    rememberGuides(next);
    if (!isShown) focusGrid();
  };

  return (
    <div class="page">
      <header class="top">
        <div class="top-line">
          <h1>{outline.name}</h1>
          <Status session={session} outline={outline} access={state.access} problem={state.problem} />
        </div>
        <MenuBar menus={menus} />
      </header>
      {isGuided &&
        view.kind === "sheet" &&
        !isReadOnly &&
        (isSample ? (
          <Tour
            session={session}
            outline={outline}
            onStartOwn={() => setQuestion("empty")}
            onClose={() => guide(false)}
          />
        ) : (
          <Guide session={session} outline={outline} onClose={() => guide(false)} />
        ))}
      <div class="middle">
        {view.kind === "sheet" && tab && (
          <main class="work">
            <Sheet session={session} tab={tab} isReadOnly={isReadOnly} focusCount={focusCount} />
            <TabBar
              tabs={outline.tabs}
              activeTabId={tab.id}
              isReadOnly={isReadOnly}
              onShow={(tabId) => session.showTab(tabId)}
              onEdit={(edit) => void session.edit(edit)}
              onDelete={(deleteTab) => setQuestion({ deleteTab })}
            />
          </main>
        )}
        {view.kind === "outbox" && <OutboxView session={session} />}
        {view.kind === "documents" && <DocumentsView session={session} />}
        {view.kind === "document" && <DocumentView session={session} id={view.id} />}
        {view.kind === "forms" && <FormsView session={session} />}
        {view.kind === "form" && <FormPage session={session} id={view.id} query={view.query} />}
        {state.sidebar && (
          <Sidebar key={state.sidebar.key} session={session} page={state.sidebar} onFocusGrid={focusGrid} />
        )}
      </div>
      {state.dialog && <Dialog key={state.dialog.key} session={session} page={state.dialog} onClosed={focusGrid} />}
      {state.confirm && (
        <Ask
          title="Heads up!"
          action="Edit anyway"
          onAct={() => {
            const { confirm } = state;
            session.change({ confirm: null });
            if (confirm) void session.edit(confirm.edit, { anyway: true });
            focusGrid();
          }}
          onClose={() => {
            session.change({ confirm: null });
            focusGrid();
          }}
        >
          <p>
            The planner fills this part of the sheet{state.confirm.description && `: ${state.confirm.description}`}.
            What you type here may be written over when it does so again.
          </p>
        </Ask>
      )}
      {question !== null && <PageQuestion session={session} question={question} name={outline.name} onClose={close} />}
      {common}
    </div>
  );
}

function PageQuestion(props: {
  readonly session: Session;
  readonly question: Question;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { session, question, name, onClose } = props;
  if (question === "shortcuts") return <Shortcuts onClose={onClose} />;
  if (question === "delete-everything") {
    return (
      <Ask
        title="Delete everything?"
        action="Delete everything"
        onAct={() => {
          onClose();
          void session.deleteEverything();
        }}
        onClose={onClose}
      >
        <p>
          This removes “{name}” with all its people, answers, mails and documents from this browser. It cannot be
          undone. To keep a copy, cancel and use File › Save program file first.
        </p>
      </Ask>
    );
  }
  if (typeof question === "object" && "deleteTab" in question) {
    return (
      <Ask
        title={`Delete the tab ${question.deleteTab.name}?`}
        action="Delete tab"
        onAct={() => {
          onClose();
          void session.edit({ kind: "delete-tab", tabId: question.deleteTab.id });
        }}
        onClose={onClose}
      >
        <p>All that stands in it goes. You can undo this until you reload the page.</p>
      </Ask>
    );
  }
  const act = () => {
    onClose();
    location.hash = "";
    if (typeof question === "object") void session.openFile(question.file);
    else void session.start(question);
  };
  return (
    <Ask title={`Replace “${name}”?`} action="Replace it" onAct={act} onClose={onClose}>
      <p>
        This browser keeps one program at a time. The one that is open now would be removed: cancel and use File › Save
        program file to keep it.
      </p>
    </Ask>
  );
}

function menuEntry(item: MenuItem, session: Session): MenuEntry {
  if (item.kind === "separator") return "separator";
  if (item.kind === "menu") {
    return { label: item.caption, entries: item.items.map((inner) => menuEntry(inner, session)) };
  }
  return { label: item.caption, onChoose: () => void session.runMenuItem(item.functionName) };
}

function go(hash: string): void {
  location.hash = hash;
}

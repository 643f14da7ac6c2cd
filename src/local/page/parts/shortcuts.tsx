import { Ask } from "./ask";

const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ["Arrow keys", "Go to the next cell; with Shift, select; with Ctrl, go to the end of the content"],
  ["Enter or F2", "Edit the cell, or tick its box"],
  ["Space", "Tick or untick a box"],
  ["Enter, Tab", "While editing: keep the text and go down or right; with Shift, up or left"],
  ["Alt+Enter", "While editing: a new line"],
  ["Arrow down", "While editing a cell with choices: go through them"],
  ["Escape", "Leave an edit, a menu or a dialog"],
  ["Delete", "Clear the selected cells"],
  ["Ctrl+C, Ctrl+X, Ctrl+V", "Copy, cut, paste, also from and to Excel and Google Sheets"],
  ["Ctrl+D, Ctrl+R", "Fill down, fill right"],
  ["Ctrl+Z, Ctrl+Y", "Undo, redo"],
  ["Shift+F10", "What can be done with the cells, rows and columns"],
  ["Tab", "Leave the grid; the tabs of the workbook come next"],
];

export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <Ask title="Keyboard shortcuts" action="Close" isNotice onAct={onClose} onClose={onClose}>
      <table class="shortcuts">
        <tbody>
          {shortcuts.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">{keys}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Ask>
  );
}

// The field in which one writes SPARQL: CodeMirror 6 with its language, and completion of the ontology's terms.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const STYLE = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.atom, tags.standard(tags.variableName)], color: "var(--code-term)" },
  { tag: [tags.local(tags.variableName), tags.variableName], color: "var(--code-variable)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
]);
const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--ground)", color: "var(--ink)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--link)" },
  ".cm-content": { caretColor: "var(--ink)", fontFamily: "ui-monospace, monospace", minHeight: "12em" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", border: "0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--line) !important" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--sheet)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.75" },
});

/** Put an editor into `parent`; `complete` gives {label, detail, type} of a list of terms, `ask` runs the query. */
export function edit(parent, text, { terms, ask, label, change }) {
  const complete = (context) => {
    const word = context.matchBefore(/[?\w:-]+/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const variables = [...new Set(context.state.doc.toString().match(/\?\w+/g) || [])].filter((name) => name !== word.text);
    return { from: word.from, options: [...variables.map((name) => ({ label: name, type: "variable" })), ...terms()], validFor: /^[?\w:-]*$/ };
  };
  const view = new EditorView({
    parent: parent.shadowRoot || parent.attachShadow({ mode: "open" }),
    root: parent.shadowRoot,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
        StreamLanguage.define(sparql), syntaxHighlighting(STYLE), LOOK, autocompletion({ override: [complete], icons: false }),
        keymap.of([{ key: "Mod-Enter", run: () => (ask(), true) }, ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => update.docChanged && change(view.state.doc.toString())),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (words) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words } }),
  };
}

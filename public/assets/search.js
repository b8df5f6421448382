// Searches the whole site in the reader's browser: no server, and from disk as well.
// The index is a script of its own, `search-index.js`: [title, kind, url, event, date, text] for each entry.
(() => {
  "use strict";
  const form = document.querySelector(".search");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const entries = window.searchIndex;
  if (!form || !entries) {
    status.textContent = status.dataset.failed;
    return;
  }
  const input = form.elements.q;
  const most = 50;

  // Folding: case, diacritics and the letters that have no decomposition. Each letter stays one letter, or `at` keeps the way back.
  const letters = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[ßæœøłđðþı’‘]/g, (c) => letters[c]);

  const folded = entries.map(([title, kind, , event, date, text]) => ({
    title: fold(title), rest: fold([kind, event, date, text].join(" ")),
  }));

  // Where a word begins in a text; -1 where it does not.
  const start = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]) || /[\u3040-\u9fff]/.test(word)) return at;
    }
    return -1;
  };

  const find = (words) => {
    const found = [];
    folded.forEach(({ title, rest }, index) => {
      let score = 0;
      for (const word of words) {
        const inTitle = start(title, word);
        if (inTitle >= 0) score += inTitle === 0 ? 12 : 10;
        else if (start(rest, word) >= 0) score += 1;
        else return;
      }
      found.push({ index, score });
    });
    return found.sort((a, b) => b.score - a.score || a.index - b.index);
  };

  // The words found, in bold. Compares letter by letter, as folding may change a text's length.
  const marked = (text, words) => {
    const piece = document.createDocumentFragment();
    let plain = "";
    for (const part of text.split(/([\p{L}\p{N}\p{M}'’]+)/u)) {
      const bare = fold(part);
      if (bare && words.some((word) => bare.startsWith(word))) {
        piece.append(plain, Object.assign(document.createElement("mark"), { textContent: part }));
        plain = "";
      } else plain += part;
    }
    piece.append(plain);
    return piece;
  };

  const excerpt = (text, words) => {
    const bare = fold(text);
    const first = Math.min(...words.map((word) => start(bare, word)).filter((at) => at >= 0));
    if (text.length <= 200) return text;
    const from = Number.isFinite(first) && first > 80 ? text.lastIndexOf(" ", first - 60) + 1 : 0;
    const to = text.indexOf(" ", from + 190);
    return (from ? "… " : "") + text.slice(from, to < 0 ? undefined : to) + (to < 0 ? "" : " …");
  };

  const show = () => {
    const words = fold(input.value).split(/[^\p{L}\p{N}']+/u).filter(Boolean);
    list.textContent = "";
    if (!words.length) { status.textContent = ""; return; }
    const found = find(words);
    for (const { index } of found.slice(0, most)) {
      const [title, kind, url, event, date, text] = entries[index];
      const item = document.createElement("li");
      const link = document.createElement("a");
      const meta = document.createElement("span");
      const body = document.createElement("p");
      link.href = url;
      link.append(marked(title, words));
      meta.className = "meta";
      meta.textContent = [kind, event, date].filter(Boolean).join(" · ");
      body.append(marked(excerpt(text, words), words));
      item.append(link, document.createElement("br"), meta, body);
      list.append(item);
    }
    const say = found.length === 0 ? "none" : found.length > most ? "many" : "some";
    status.textContent = status.dataset[say].replace("{}", found.length).replace("{}", most);
  };

  let wait;
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 120); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(input.value)); } catch { /* from disk */ }
    list.querySelector("a")?.focus();
  });
  // Arrow keys walk from the field through the results and back.
  document.addEventListener("keydown", (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    const to = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : event.key === "Escape" ? 0 : -1;
    if (to >= 0 && to < stops.length && to !== at) { event.preventDefault(); stops[to].focus(); }
  });

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
})();

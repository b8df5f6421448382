/// The scripts that the server adds to pages. They are not part of a built site.
enum PreviewScript {
    /// Runs on each page: reloads it if it changed, exchanges changed styles, and shows the problems.
    static let page = """
        (() => {
          "use strict";
          const base = new URL("./", document.currentScript.src);
          const digest = document.currentScript.dataset.page;
          let known = null;

          // One stream for all tabs: a browser has at most six connections to a server.
          function listen(receive) {
            if (window.SharedWorker) {
              const worker = new SharedWorker(new URL("stream.js", base));
              worker.port.onmessage = (event) => receive(JSON.parse(event.data));
              addEventListener("pagehide", (event) => { if (!event.persisted) worker.port.postMessage("end"); });
              return;
            }
            let source = null;
            const update = () => {
              if (document.hidden && source) {
                source.close();
                source = null;
              } else if (!document.hidden && !source) {
                source = new EventSource(new URL("events", base));
                source.onmessage = (event) => receive(JSON.parse(event.data));
              }
            };
            document.addEventListener("visibilitychange", update);
            update();
          }

          async function receive(numbers) {
            const last = known;
            known = numbers;
            if (!last || last.problems !== numbers.problems || last.run !== numbers.run) showProblems();
            if (last && last.files !== numbers.files) return location.reload();
            if (last && last.styles !== numbers.styles) reloadStyles(numbers.styles);
            if (!last || last.pages !== numbers.pages || last.run !== numbers.run) await reloadIfChanged();
          }

          // A reload keeps the place to which the page is scrolled.
          async function reloadIfChanged() {
            try {
              const page = await fetch(location.href, { method: "HEAD", cache: "no-store" });
              if (page.headers.get("Explainer-Page") !== digest) location.reload();
            } catch {
              // The server ended; the stream tries to connect again.
            }
          }

          function reloadStyles(number) {
            for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
              const address = new URL(old.href);
              if (address.origin !== location.origin) continue;
              address.searchParams.set("changed", number);
              const link = old.cloneNode();
              link.href = address;
              // The old styles stay until the new ones are there.
              link.onload = link.onerror = () => old.remove();
              old.after(link);
            }
          }

          const styles = `
            details { position: fixed; inset: auto 0.75rem 0.75rem auto; z-index: 2147483647; max-width: min(44rem, 94vw);
              max-height: 60vh; overflow: auto; font: 14px/1.45 system-ui, sans-serif; color: #1c1c1c; background: #fff;
              border: 1px solid #777; border-left: 6px solid #b3261e; border-radius: 4px; box-shadow: 0 2px 12px #0004; }
            details.warnings { border-left-color: #b26a00; }
            summary { cursor: pointer; padding: 0.4rem 0.75rem; font-weight: 600; }
            ol { margin: 0; padding: 0 0.75rem 0.5rem; list-style: none; }
            li { border-top: 1px solid #ccc; padding: 0.5rem 0; overflow-wrap: anywhere; }
            li p, pre { margin: 0.15rem 0 0; }
            pre { font: 13px/1.4 ui-monospace, monospace; white-space: pre-wrap; background: #f3f3f3; padding: 0.15rem 0.4rem; }
            .place { font: 13px/1.4 ui-monospace, monospace; }
            .kind { font-weight: 600; }
            a { color: #0b57d0; }
            @media print { details { display: none; } }
          `;
          let panel = null;

          function element(name, text, className) {
            const node = document.createElement(name);
            if (text) node.textContent = text;
            if (className) node.className = className;
            return node;
          }

          function item(problem) {
            const node = element("li");
            let place = problem.path || "";
            if (problem.line) place += ":" + problem.line + ":" + problem.column;
            if (place) {
              const link = element(problem.editor ? "a" : "span", place, "place");
              if (problem.editor) link.href = problem.editor;
              node.append(link);
            }
            const message = element("p");
            message.append(element("span", problem.severity, "kind"), ": " + problem.message + " [" + problem.code + "]");
            node.append(message);
            if (problem.text) node.append(element("pre", problem.text));
            if (problem.hint) node.append(element("p", "Hint: " + problem.hint));
            return node;
          }

          const count = (number, word) => number + " " + word + (number === 1 ? "" : "s");

          async function showProblems() {
            let list;
            try {
              list = await (await fetch(new URL("problems", base), { cache: "no-store" })).json();
            } catch {
              return;
            }
            const total = (list.errors || 0) + (list.warnings || 0);
            if (!total) {
              if (panel) panel.host.remove();
              panel = null;
              return;
            }
            if (!panel) {
              const host = document.createElement("explainer-problems");
              const root = host.attachShadow({ mode: "open" });
              const details = element("details");
              details.addEventListener("toggle", () => sessionStorage.setItem("explainer-problems", details.open ? "open" : "closed"));
              root.append(element("style", styles), details);
              document.body.append(host);
              panel = { host, details };
              const choice = sessionStorage.getItem("explainer-problems");
              details.open = choice ? choice === "open" : list.errors > 0;
            }
            const words = [];
            if (list.errors) words.push(count(list.errors, "error"));
            if (list.warnings) words.push(count(list.warnings, "warning"));
            const items = element("ol");
            items.append(...list.problems.map(item));
            if (total > list.problems.length) items.append(element("li", "and " + (total - list.problems.length) + " more"));
            panel.details.className = list.errors ? "errors" : "warnings";
            panel.details.replaceChildren(element("summary", words.join(", ")), items);
          }

          // What fields name and does not exist has no place on the page.
          const missing = (document.currentScript.dataset.unresolved || "").split(" ").filter(Boolean);
          if (missing.length) {
            const line = element("p");
            for (const name of missing) {
              const mark = element("mark", "names nothing:");
              mark.dataset.unresolved = decodeURIComponent(name);
              line.append(mark, " ");
            }
            const heading = document.querySelector("h1");
            if (heading) heading.after(line); else document.body.prepend(line);
          }
          if (document.querySelector("mark[data-unresolved]")) {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`mark[data-unresolved] { background: #ffd7d4; color: #5c0b06; outline: 1px dashed #b3261e; }
              mark[data-unresolved]::after { content: " (?) " attr(data-unresolved); font: 0.8em ui-monospace, monospace; }`);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          }
          listen(receive);
        })();

        """

    /// Runs once for all tabs, as a shared worker.
    static let worker = """
        "use strict";
        const ports = new Set();
        let last = null;
        const source = new EventSource("events");
        source.onmessage = (event) => {
          last = event.data;
          for (const port of ports) port.postMessage(last);
        };
        onconnect = (event) => {
          const port = event.ports[0];
          ports.add(port);
          port.onmessage = () => ports.delete(port);
          if (last !== null) port.postMessage(last);
        };

        """
}

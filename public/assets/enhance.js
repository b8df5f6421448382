// What scripts add to a page that is complete without them: copying its link, and saying what a timeline's filter shows.
(() => {
  "use strict";

  // A button that copies the page's address, or of the entry within it that the reader was sent to.
  const kicker = document.querySelector(".kicker");
  if (kicker && navigator.clipboard && isSecureContext) {
    const canonical = document.querySelector('link[rel="canonical"]');
    const copy = document.createElement("span");
    const button = document.createElement("button");
    const say = document.createElement("span");
    copy.className = "copy";
    button.type = "button";
    button.textContent = "Copy link";
    say.className = "vh";
    say.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const address = (canonical ? canonical.href : location.href.split("#")[0]) + location.hash;
      try {
        await navigator.clipboard.writeText(address);
        button.textContent = say.textContent = "Link copied";
      } catch {
        button.textContent = say.textContent = "Could not copy";
      }
      setTimeout(() => { button.textContent = "Copy link"; say.textContent = ""; }, 3000);
    });
    copy.append(" · ", button, say);
    kicker.append(copy);
  }

  // The timeline's filters work by the address alone; here the chosen one is marked, and counted aloud.
  const label = document.getElementById("show-label");
  if (label) {
    const links = [...document.querySelectorAll(".show a")];
    const items = [...document.querySelectorAll(".months .item")];
    label.setAttribute("role", "status");
    const update = () => {
      const hash = location.hash.startsWith("#only-") ? location.hash : "#everything";
      for (const link of links) {
        if (link.hash === hash) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      const shown = items.filter((item) => item.checkVisibility ? item.checkVisibility() : item.offsetParent).length;
      label.textContent = hash === "#everything" ? "Show" : `Showing ${shown} of ${items.length}`;
    };
    addEventListener("hashchange", update);
    addEventListener("load", update); // not before: the address has no target until the page is whole
  }
})();

// What scripts add to a page that is complete without them: copying its link, and saying what a timeline's filter shows.
(() => {
  "use strict";

  // A button that copies the page's address, or of the entry within it that the reader was sent to.
  const copy = document.querySelector(".copy");
  if (copy && navigator.clipboard && isSecureContext) {
    const canonical = document.querySelector('link[rel="canonical"]');
    const button = copy.querySelector("button");
    const say = copy.querySelector("[role=status]");
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const address = (canonical ? canonical.href : location.href.split("#")[0]) + location.hash;
      let told = button.dataset.done;
      try { await navigator.clipboard.writeText(address); } catch { told = button.dataset.failed; }
      button.textContent = say.textContent = told;
      setTimeout(() => { button.textContent = words; say.textContent = ""; }, 3000);
    });
    copy.classList.add("on");
  }

  // The timeline's filters work by the address alone; here the chosen one is marked, and counted aloud.
  const label = document.getElementById("show-label");
  if (label) {
    const links = [...document.querySelectorAll(".show a")];
    const items = [...document.querySelectorAll(".months li.f")];
    const words = label.textContent;
    label.setAttribute("role", "status");
    const update = () => {
      const hash = location.hash.startsWith("#only-") ? location.hash : "#everything";
      for (const link of links) {
        if (link.hash === hash) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      const shown = items.filter((item) => item.checkVisibility ? item.checkVisibility() : item.offsetParent).length;
      label.textContent = hash === "#everything" ? words
        : label.dataset.shown.replace("{}", shown).replace("{}", items.length);
    };
    addEventListener("hashchange", update);
    addEventListener("load", update); // not before: the address has no target until the page is whole
  }
})();

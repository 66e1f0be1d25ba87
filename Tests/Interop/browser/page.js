// What the checks ask of a page. Evaluated by the browser's own protocol, so a page's policy is not loosened for it.
(() => {
  const visible = (e) => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    return style.visibility === "visible" && box.width > 0 && box.height > 0;
  };
  const short = (e) => {
    const text = (e.innerText || e.getAttribute("aria-label") || e.id || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${e.localName}${e.id ? " id=" + e.id : ""}> "${text}"`;
  };
  // Text that only a screen reader reads is kept in a box of a pixel, which is neither clipped nor too wide.
  const hidden = (e) => {
    for (; e && e !== document.documentElement; e = e.parentElement) {
      const box = e.getBoundingClientRect(), style = getComputedStyle(e);
      if ((box.width <= 1 || box.height <= 1) && style.overflow !== "visible") return true;
      if (style.clipPath !== "none" || (style.clip !== "auto" && style.position === "absolute")) return true;
      if (box.bottom + scrollY <= 0 || (box.right + scrollX <= 0 && style.position === "absolute")) return true;
    }
    return false;
  };
  const scrolls = (e) => {
    const style = getComputedStyle(e);
    return /auto|scroll/.test(style.overflowX + style.overflowY)
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
  };
  window.waarborgProef = {
    text: () => document.body.innerText.replace(/\s+/g, " ").trim(),

    // Every place where Tab should stop, in the order of the page.
    stops: () => {
      const all = [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], audio[controls], video[controls]")];
      const radios = new Set();
      window.waarborgProef.expected = all.filter((e) => {
        if (e.disabled || e.tabIndex < 0 || e.closest("[inert]") || !e.checkVisibility({ visibilityProperty: true })) return false;
        if (e.type !== "radio") return true;
        const group = document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]:checked`);
        const first = !radios.has(e.name);
        radios.add(e.name);
        return group ? e === group : first;
      });
      return window.waarborgProef.expected.map(short);
    },

    // Where the keyboard is now.
    focus: () => {
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) return null;
      const style = getComputedStyle(e), box = e.getBoundingClientRect();
      const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
        && !/, 0\)$|transparent/.test(style.outlineColor)) || style.boxShadow !== "none";
      // A link that runs over two lines has a box for each; one of them must be in sight.
      const seen = [...e.getClientRects()].some((r) => {
        const x = r.left + r.width / 2, y = r.top + r.height / 2;
        if (r.width < 2 || r.height < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
        const top = document.elementFromPoint(x, y);
        return top && (top === e || e.contains(top) || top.contains(e) && getComputedStyle(top).position !== "fixed");
      });
      return {
        index: window.waarborgProef.expected.indexOf(e), name: short(e), ring, seen, scrolls: scrolls(e), parts: e.type === "date",
        href: e.getAttribute("href"), box: [box.width, box.height],
      };
    },

    // Whether what the skip link pointed at is in sight.
    seen: (id) => {
      const target = document.getElementById(id);
      if (!target) return "what it points at is not there";
      const box = target.getBoundingClientRect();
      return box.top > innerHeight || box.bottom < 0 ? "what it points at is not brought into view" : "";
    },

    // Whether the keyboard continues inside or after it.
    continues: (id) => {
      const target = document.getElementById(id), e = document.activeElement;
      if (!e || e === document.body || target.contains(e)) return "";
      if (target.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) return "";
      return `the keyboard then goes to ${short(e)}, before what it points at`;
    },

    // What does not fit.
    overflow: () => {
      const width = document.documentElement.clientWidth, found = [];
      if (document.scrollingElement.scrollWidth > width) {
        found.push(`${document.scrollingElement.scrollWidth} pixels wide on a screen of ${width}`);
      }
      for (const e of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(e);
        const cuts = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1
          || /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
        if (cuts && visible(e) && !hidden(e)) found.push(`cut off: ${short(e)}`);
      }
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || hidden(parent)) continue;
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        let inner = parent;
        while (inner && !scrolls(inner)) inner = inner.parentElement;
        // A table of data may scroll sideways within the page (WCAG 2.2, 1.4.10); the page itself may not.
        if ((box.right > width + 1 || box.left < -1) && (!inner || inner === document.documentElement)) {
          found.push(`beyond the edge: ${short(parent)}`);
        }
      }
      return [...new Set(found)].slice(0, 8);
    },

    // The spacing that a reader may set without losing anything (WCAG 2.2, 1.4.12).
    spacing: (on) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(on ? "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
        + "p{margin-bottom:2em!important}" : "");
      document.adoptedStyleSheets = [sheet];
    },
  };
})();

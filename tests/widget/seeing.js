// What somebody who looks sees of the widget, or of a page without it. Run in the page by seeing.py; each measure gives
// what is wrong, in words.
(() => {
  const root = document.querySelector("assistant-invalidite")?.shadowRoot ?? document;
  const CONTROLS = "button, a[href], textarea, summary, [tabindex='0']";
  const unseen = (one) => one.closest(".vh, .visually-hidden, .skips") || getComputedStyle(one).clipPath !== "none";
  const all = (what) => [...root.querySelectorAll(what)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !unseen(one));
  const name = (one) => `${one.localName}.${one.getAttribute("class") ?? ""} ${one.textContent.trim().slice(0, 50)}`;
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
  const shown = (colour) => !/^rgba.*, 0\)$/.test(colour);

  const behind = (one) => {
    for (let under = one; under; under = up(under)) {
      const { backgroundColor } = getComputedStyle(under);
      if (shown(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };

  // Sticking out of the window or of its box; only the box of a table may scroll sideways.
  const cut = () => {
    const wrong = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) wrong.push(`the page is ${scrollWidth} wide`);
    for (const one of all("*")) {
      if (one.closest(".scroll, svg *")) continue;
      const box = one.getBoundingClientRect();
      const hides = /hidden|clip/.test(getComputedStyle(one).overflowY);
      const wide = one.clientWidth && one.scrollWidth > one.clientWidth + 1;
      if (box.width && (box.left < -1 || box.right > innerWidth + 1)) wrong.push(`${name(one)}: until ${box.right}`);
      if (wide) wrong.push(`${name(one)}: ${one.scrollWidth} in ${one.clientWidth}`);
      if (hides && one.scrollHeight > one.clientHeight + 1) wrong.push(`${name(one)} is cut`);
    }
    return wrong;
  };

  const hits = (one, [x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return one.contains(hit?.shadowRoot ? hit.shadowRoot.elementFromPoint(x, y) : hit);
  };
  // The middle of each of its lines, and its beginning.
  const points = (one) => [...one.getClientRects()].flatMap(({ left, top, width, height }) =>
    [Math.min(height / 2, 22), height / 2].map((down) => [left + Math.min(width / 2, 30), top + down]));

  const frames = (one) => {
    const found = [];
    for (let within = up(one); within && within !== document.documentElement; within = up(within)) {
      if (getComputedStyle(within).overflowX !== "visible") found.push(within.getBoundingClientRect());
    }
    return found;
  };

  // Controls that, once they have the focus, are not in sight, or whose focus ring is not.
  const unreached = () => all(CONTROLS).flatMap((one) => {
    one.focus();
    const wrong = [];
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    // What is nearly as high as the place for it may be seen in part; of a field of several lines, the first.
    const place = Math.min(one.closest(".talk")?.clientHeight ?? innerHeight, innerHeight);
    const low = box.height < 0.4 * place && !(one.rows > 1);
    const where = points(one);
    const seen = where.filter((at) => hits(one, at)).length;
    if (!seen || (low && seen < where.length)) wrong.push(`not wholly seen: ${box.top} to ${box.bottom}`);
    if (!one.matches(":focus-visible") || style.outlineStyle === "none") wrong.push("no focus ring");
    else if (contrast(style.outlineColor, behind(up(one))) < 3) wrong.push("a faint focus ring");
    const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) - 1;
    for (const { left, right, top, bottom } of frames(one)) {
      const sides = box.left - ring < left || box.right + ring > right;
      const ends = box.top - ring < top || box.bottom + ring > bottom;
      if (sides || (ends && low)) wrong.push("a focus ring that is cut");
    }
    return wrong.map((what) => `${name(one)}: ${what}`);
  });

  // Controls that a hand that trembles misses.
  const small = () => all("button, a[href], textarea, summary").flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    return height < 44 || width < 44 ? [`${name(one)}: ${width} x ${height}`] : [];
  });

  // Controls whose border, or ground, hardly differs from what is around.
  const faint = () => all("button, .button, textarea").flatMap((one) => {
    const style = getComputedStyle(one);
    const around = behind(up(one));
    const edged = parseFloat(style.borderTopWidth) > 0 && shown(style.borderTopColor);
    const differs = Math.max(contrast(style.borderTopColor, around), contrast(behind(one), around)) >= 3;
    return edged && !differs ? [`${name(one)}: ${style.borderTopColor} on ${around}`] : [];
  });

  // Words whose contrast with their ground is less than 7 (large ones: 4.5), scrolled away or not.
  const dim = () => all("*").flatMap((one) => {
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || one.closest("svg")) return [];
    const least = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24) ? 4.5 : 7;
    const found = contrast(color, behind(one));
    return found < least ? [`${name(one)}: ${found.toFixed(1)}`] : [];
  });

  // What one hardly sees of the curve; words have a halo, which must not smudge them.
  const pale = () => {
    const curve = all("svg polyline").map((one) => contrast(getComputedStyle(one).stroke, behind(one.closest("li"))));
    const letters = all("svg text").map((one) => [getComputedStyle(one), behind(one.closest("li")), name(one)]);
    const read = letters.filter(([{ fill }, ground]) => contrast(fill, ground) < 4.5).map(([, , words]) => `pale: ${words}`);
    const halo = letters.filter(([{ stroke }, ground]) => contrast(stroke, ground) > 1.5).map(([, , words]) => `smudged: ${words}`);
    return [...(Math.max(...curve) >= 3 ? [] : ["no curve is seen"]), ...read, ...halo];
  };

  const style = (what, property) => getComputedStyle(root.querySelector(what)).getPropertyValue(property);
  return { cut, unreached, small, faint, dim, pale, style };
})()

// @ts-check
// The look of the open conversation; sizes follow the text size that people chose in their browser.
// Lines that only divide are faint (--edge); those that show where a control is are not (--line).

export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  position: fixed; z-index: 2147483000; inset: auto 1em 1em auto; margin: 0; padding: 0; overflow: hidden auto; max-width: none; max-height: none;
  width: min(27em, 100% - 2em); height: min(46em, 100% - 2em); flex-direction: column;
  font-size: 1.0625em; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .75em; box-shadow: 0 4px 24px #0005;
  overflow-wrap: anywhere; -webkit-user-select: text; user-select: text;
}
.panel:is(:popover-open, [open], div) { display: flex; }
.left .panel { inset: auto auto 1em 1em; }
.panel[data-size="1"] { font-size: 1.3em; } .panel[data-size="2"] { font-size: 1.6em; }
.panel, .talk, .menu { scroll-padding: .75em; }
.page { display: block; }
.page .panel { position: static; inset: auto; width: auto; height: auto; overflow: visible; border: 0; border-radius: 0; box-shadow: none; }
header { position: relative; display: flex; flex-wrap: wrap; gap: .25em .4em; align-items: center; padding: .4em .75em; border-bottom: 1px solid var(--edge); }
h2 { flex: 1 1 7em; margin: 0; font-size: .9em; line-height: 1.3; text-wrap: balance; }
h3 { margin: 0 0 .4em; font-size: 1.125em; line-height: 1.35; text-wrap: balance; }
h4 { margin: .9em 0 .25em; font-size: 1em; line-height: 1.4; }
p, ul, ol { margin: 0 0 .65em; }
ul, ol { padding-left: 1.3em; } ul { list-style-type: disc; }
.small { font-size: .9375em; }
a { color: var(--accent); text-underline-offset: .15em; }
.out::after { content: "\\00a0\\2197"; content: "\\00a0\\2197" / ""; }
.entries li:has(> a) { padding: .5em .7em .5em 0; } .entries li > a { padding-block: .75em; }
.entries li > [href^="tel:"] { padding-inline: .7em; margin-inline: -.7em; }
.place p > a { display: inline-block; padding-block: .55em; }
.talk { position: relative; flex: 1 0 7em; overflow-y: auto; overscroll-behavior: contain; padding: .75em; background: var(--paper); }
.page .talk { overflow: visible; padding-inline: 0; }
.page :is(.entries > li, h3, a, button, summary) { scroll-margin: 5em 0 11em; }
.entries > li:has(> .vh:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.talk:focus-visible { outline-offset: -4px; box-shadow: none; }
.entries { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .75em; }
.entries > li { position: relative; padding: .7em .9em; border: 1px solid var(--edge); border-radius: .6em; background: var(--soft); }
.entries > li > :last-child { margin-bottom: 0; }
.entries > .person { align-self: flex-end; max-width: 92%; background: var(--mine); white-space: pre-wrap; }
.person h3 { margin: 0; font: inherit; text-wrap: wrap; }
.entries > :is(.verdict, .distress) { border-left: 5px solid var(--accent); }
.place { margin-bottom: .65em; padding: .6em .8em; background: var(--paper); border: 1px solid var(--edge); border-radius: .5em; }
.place > :is(h4, p) { margin: 0; }
svg { letter-spacing: 0; word-spacing: 0; display: block; width: 100%; max-width: 30em; height: auto; margin-bottom: .5em; }
.thumb { width: 1.1em; margin: 0 .35em 0 0; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; } .down { rotate: 180deg; }
.scroll { overflow-x: auto; }
table { font: inherit; color: inherit; border-collapse: collapse; overflow-wrap: normal; }
caption, th, td { padding: .3em .75em .3em 0; border-bottom: 1px solid var(--edge); text-align: left; }
button, .button {
  display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; padding: .35em .8em; margin: 0; font: inherit; line-height: 1.35; text-align: left;
  letter-spacing: inherit; word-spacing: inherit; color: var(--accent); background: var(--paper); border: 1px solid var(--line); border-radius: .5em; cursor: pointer; text-decoration: none;
}
:is(a, button, summary):hover { text-decoration: underline 2px; }
.now button, .problem button { border-color: var(--accent); }
button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 700; }
button[aria-pressed="true"]::before { content: "\\2713\\00a0"; content: "\\2713\\00a0" / ""; }
.main { color: var(--on); background: var(--fill); border-color: transparent; }
[aria-disabled="true"] { opacity: .75; cursor: default; }
.choices button { width: 100%; }
.choices, .tools { list-style: none; display: grid; gap: .45em; padding: 0; margin: .5em 0; }
.tools { display: flex; flex-wrap: wrap; gap: .15em .25em; margin: .6em -.5em -.3em; border-top: 1px solid var(--edge); }
.mute .voice, .mute .tools:has(> .voice:only-child) { display: none; }
.tools button, #dictate { padding-inline: .5em; font-size: .9375em; background: none; border-color: transparent; text-decoration: underline; text-underline-offset: .2em; }
.tools [aria-pressed="true"] { border-color: var(--accent); }
header :is(button, .button) { padding-inline: .5em; }
details { margin: 0; }
.entries > li > details { border-top: 1px solid var(--edge); } details + p { margin-top: .4em; }
summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; color: var(--accent); list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\25b8\\00a0"; content: "\\25b8\\00a0" / ""; }
[open] > summary::before { content: "\\25be\\00a0"; content: "\\25be\\00a0" / ""; }
.menu {
  position: absolute; z-index: 2; top: 100%; right: .5em; width: min(22em, 100% - 1em); margin: 0; padding: .5em; list-style: none;
  max-height: calc(100dvh - 6em); overflow: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .5em; box-shadow: 0 4px 16px #0005;
}
.menu > li > * { width: 100%; border-color: transparent; color: var(--ink); }
.status { margin: 0; padding: .4em .9em; border-top: 1px solid var(--edge); } .status:empty, .problem:empty { display: none; }
.problem { margin: .5em .75em; padding: .6em .8em; border: 2px solid var(--ink); border-radius: .5em; background: var(--soft); }
.problem p:last-child { margin: 0; }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: .5em; }
form { margin: 0; padding: .1em .75em max(.6em, env(safe-area-inset-bottom)); border-top: 1px solid var(--edge); }
label { flex: 1; padding: .3em 0; font-weight: 600; }
form .row:first-child { align-items: center; }
textarea {
  flex: 1 1 6.5em; min-width: 0; min-height: 44px; max-height: 8em; field-sizing: content; resize: vertical; padding: .4em .6em; margin: 0; font: inherit;
  letter-spacing: inherit; word-spacing: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .5em;
}
form .small { margin: .3em 0 0; }
.page :is(header, form) { position: sticky; z-index: 1; padding-inline: 0; background: var(--paper); }
.page header { top: 0; z-index: 2; } .page .menu { right: 0; }
.page form { bottom: 0; }
@media (hover: none) and (pointer: coarse), (max-width: 30em), (max-height: 30em) { #help { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); } }
@media (min-width: 40em) { .page .choices { display: flex; flex-wrap: wrap; } .page .choices button { width: auto; } }
@media (max-width: 480px), (max-width: 30em), (max-height: 30em) {
  .panel, .left .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left); }
  .page .panel { height: auto; padding: 0; }
}
@media (max-height: 30em) { .page header { position: relative; } }
@media (max-height: 30em) and (min-width: 34em) {
  form { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .5em; padding-top: .4em; }
  form > .row + .row { flex: 1 1 15em; }
}
@media (max-height: 20em) {
  .panel.panel > * { flex: none; } .talk { overflow: visible; } .page form { position: static; } .menu { max-height: none; }
}
@media (prefers-reduced-motion: no-preference) { .talk { scroll-behavior: smooth; } }
@media (forced-colors: active) { .main, [aria-pressed="true"] { border-width: 3px; } }
@media print {
  .w.w { --ink: #000; --paper: #fff; --soft: #fff; --mine: #fff; --line: #555; --edge: #555; --accent: #000; color-scheme: light; }
  :not(.page) > .panel.panel, .w.w :is(form, header .row, .tools, .choices, .status, .problem) { display: none; }
  .page header { position: static; }
  .entries { display: block; } .entries > li { margin-bottom: 1em; } .entries > .person { max-width: none; margin-left: 20%; }
  details::details-content { display: block; content-visibility: visible; }
  svg, .place, tr { break-inside: avoid; }
}
`);

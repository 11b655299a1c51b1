// @ts-check
// The look of the open conversation; sizes follow the text size that people chose in their browser.

export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  position: fixed; z-index: 2147483000; inset: auto 1em 1em auto; margin: 0; padding: 0; overflow: hidden auto; max-width: none; max-height: none;
  width: min(27em, 100vw - 2em); height: min(46em, 100dvh - 2em); flex-direction: column;
  font-size: 1.0625em; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .75em; box-shadow: 0 4px 24px #0005;
  overflow-wrap: anywhere;
}
.panel:is(:popover-open, [open], div) { display: flex; }
.left .panel { inset: auto auto 1em 1em; }
.panel[data-size="1"] { font-size: 1.3em; } .panel[data-size="2"] { font-size: 1.6em; }
.page { display: block; }
.page .panel { position: static; inset: auto; width: auto; height: auto; overflow: visible; border: 0; border-radius: 0; box-shadow: none; }
header { position: relative; display: flex; flex-wrap: wrap; gap: .5em; align-items: center; padding: .5em .75em; border-bottom: 1px solid var(--line); }
h2 { flex: 1 1 6.5em; margin: 0; font-size: 1.0625em; line-height: 1.3; }
h3 { margin: 0 0 .5em; font-size: 1.0625em; line-height: 1.35; }
h4 { margin: .75em 0 .25em; font-size: 1em; }
p, ul, ol, figure, details { margin: 0 0 .65em; }
ul, ol { padding-left: 1.3em; } ul { list-style-type: disc; }
.small, figcaption { font-size: .9375em; }
a { color: var(--accent); }
.out::after { content: " \\2197"; content: " \\2197" / ""; }
.talk { position: relative; flex: 1 0 9em; overflow-y: auto; overscroll-behavior: contain; padding: .75em; background: var(--paper); }
.page .talk { overflow: visible; padding-inline: 0; }
.page :is(.entries > li, h3, a, button, summary) { scroll-margin: 5em 0 11em; }
.entries > li:has(> .vh:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.talk:focus-visible { outline-offset: -4px; box-shadow: none; }
.entries { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .75em; }
.entries > li { position: relative; padding: .65em .85em; border: 1px solid var(--line); border-radius: .6em; background: var(--soft); }
.entries > li > :last-child { margin-bottom: 0; }
.entries > .person { align-self: flex-end; max-width: 92%; background: var(--mine); white-space: pre-wrap; }
.entries > .verdict { border-left-width: 6px; border-left-color: var(--accent); }
.place { border-top: 1px solid var(--line); margin-bottom: .65em; } .place p { margin: 0 0 .25em; }
svg { letter-spacing: 0; word-spacing: 0; display: block; width: 100%; max-width: 30em; height: auto; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; overflow-wrap: normal; }
caption, th, td { padding: .3em .75em .3em 0; border-bottom: 1px solid var(--line); text-align: left; }
button, .button {
  display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; padding: .35em .8em; margin: 0; font: inherit; line-height: 1.35; text-align: left;
  color: var(--accent); background: var(--paper); border: 1px solid var(--accent); border-radius: .5em; cursor: pointer; text-decoration: none;
}
button:hover, .button:hover { text-decoration: underline; }
button[aria-pressed="true"] { border-width: 3px; font-weight: 700; }
button[aria-pressed="true"]::before { content: "\\2713\\00a0"; content: "\\2713\\00a0" / ""; }
.main { color: var(--on); background: var(--fill); }
[aria-disabled="true"] { opacity: .75; cursor: default; }
.choices, .tools { list-style: none; display: flex; flex-wrap: wrap; gap: .5em; padding: 0; margin: .5em 0; }
.tools { margin-top: .75em; padding-top: .6em; border-top: 1px solid var(--line); }
.mute .voice, .mute .tools:has(> .voice:only-child) { display: none; }
.tools button { border-color: var(--line); font-size: .9375em; }
summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; color: var(--accent); list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\25b8\\00a0"; content: "\\25b8\\00a0" / ""; }
[open] > summary::before { content: "\\25be\\00a0"; content: "\\25be\\00a0" / ""; }
.menu {
  position: absolute; z-index: 2; top: 100%; right: .5em; left: .5em; margin: 0; padding: .5em; list-style: none; display: grid; gap: .4em;
  max-height: min(70dvh, 30em); overflow: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .5em; box-shadow: 0 4px 16px #0005;
}
.menu > li > * { width: 100%; }
.status { margin: 0; padding: .25em .85em; } .status:empty, .problem:empty { display: none; }
.problem { margin: .5em .75em; padding: .6em .8em; border: 2px solid var(--ink); border-radius: .5em; background: var(--soft); }
.problem p:last-child { margin: 0; }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: .5em; }
form { padding: .5em .75em max(.6em, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
label { flex: 1; align-self: end; font-weight: 600; }
form .row { margin-bottom: .35em; }
#dictate { border-color: var(--line); }
textarea {
  flex: 1 1 8em; min-width: 0; min-height: 44px; max-height: 8em; field-sizing: content; resize: vertical; padding: .4em .6em; margin: 0; font: inherit;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .5em;
}
form .small { margin: 0; }
.page :is(header, form) { position: sticky; z-index: 1; padding-inline: 0; background: var(--paper); }
.page header { top: 0; z-index: 2; }
.page form { bottom: 0; }
@media (hover: none) and (pointer: coarse) { #help { position: absolute; clip-path: inset(50%); } }
@media (max-width: 480px) {
  .panel, .left .panel { inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left); }
  .page .panel { height: auto; padding: 0; }
}
@media (max-height: 30em) { .panel { overflow-y: auto; } .panel.panel > * { flex: none; } .talk { overflow: visible; } .page :is(header, form) { position: static; } }
@media (prefers-reduced-motion: no-preference) { .talk { scroll-behavior: smooth; } }
@media (forced-colors: active) { .main { border-width: 3px; } }
@media print { :not(.page) > .panel.panel, form, header > div, .tools { display: none; } .talk { overflow: visible; } }
`);

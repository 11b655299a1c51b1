// What the modules of the widget speak of, for editors and `tsc --checkJs`; never sent to a browser.

type Child = Node | string | null | undefined | false | 0;
type Properties = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** A message as the service sends it: the names are those of bot/answers/message.py. */
interface Message {
  kind: string;
  title?: string;
  blocks?: Block[];
  details?: Block[];
  closing?: Block[];
  figures?: Figure[];
  sources?: Source[];
  contacts?: Contact[];
  verified_on?: string;
  choices?: Choice[];
  places?: Place[];
  picture?: Drawing;
  attachments?: Attachment[];
  expects?: string;
  text?: string;
}
type Entry = { number: number; from: "person"; text: string } | (Message & { number: number; from: "assistant" });
interface Block { type: string; items: { text: string; strong?: boolean }[][] }
/** Without an id, its label is what is said when it is pressed. */
interface Choice { id?: string; label: string }
interface Figure { label: string; value: string; since: string; confidence: string }
interface Source { title: string; url: string; date?: string; seen: string }
interface Contact { name: string; url?: string; phone?: string; phone_note?: string; phone_from_abroad?: string }
interface Place {
  name: string;
  address?: string[];
  distance?: string;
  telephone?: string;
  hours?: string[];
  status?: string;
  note?: string;
  route?: string;
}
interface Drawing { title: string; svg: string; description: string; columns: string[]; rows: string[][] }
interface Attachment { label: string; filename: string; media_type: string; content: string; text?: string }

interface Reply { messages: Entry[]; erased?: boolean; token?: string; message?: Message }
type Words = { text: string } | { choice: string };
/** Words on their way: the same `id` is never answered twice. */
type Sent = Words & { id: string; level?: string };
type Locate = () => Promise<[latitude: number, longitude: number]>;

interface MenuItem { label: string; press?: () => void; href?: string; pressed?: () => boolean; stays?: boolean }

interface PanelOptions {
  /** Address of the folder of the service, with its last slash. */
  base: string;
  heading: string;
  greeting: string | null;
  simple: boolean;
  page: boolean;
  /** The element on the page, with the form that may stand inside. */
  element: HTMLElement;
  closed: () => void;
}

/** The part of the Web Speech API that is used, which the types of the browser leave out. */
interface Recognition {
  lang: string;
  onresult: ((event: { results: Iterable<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
declare var trustedTypes: { createPolicy(name: string, rules: { createHTML: (text: string) => string }): { createHTML(text: string): string } } | undefined;
declare var SpeechRecognition: (new () => Recognition) | undefined;
declare var webkitSpeechRecognition: (new () => Recognition) | undefined;

// "Près de ma position": asked of the browser only when pressed, rounded to about a kilometre before it leaves the page.

const WHERE = "api/v1/france-services/nearest";
const NOTE = "Votre navigateur vous demandera votre accord. La position est arrondie à un kilomètre environ, et n'est pas conservée.";
const REFUSED = "Je n'ai pas reçu votre position. Vous pouvez écrire le nom de votre commune ou son code postal.";
const rounded = (degrees) => Math.round(degrees * 100) / 100;

const located = () => new Promise((resolve, reject) => {
  navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error(REFUSED)), { maximumAge: 600000, timeout: 20000 });
});

const nearest = async () => {
  const { coords } = await located();
  const response = await fetch(WHERE, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }),
  }).catch(() => null);
  const content = response ? await response.json().catch(() => ({})) : {};
  if (!response?.ok) throw new Error(content.message ?? REFUSED);
  return content.message;
};

/** A button with its explanation; `ask(work)` runs the search, `give(message)` shows what was found. */
export const positionButton = (ask, give) => {
  const box = document.createElement("div");
  if (!("geolocation" in navigator)) return box;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "secondary", textContent: "Près de ma position" });
  const note = Object.assign(document.createElement("p"), { className: "small", id: `position-${crypto.randomUUID?.() ?? Date.now()}`, textContent: NOTE });
  button.setAttribute("aria-describedby", note.id);
  button.addEventListener("click", () => ask(async () => give(await nearest())));
  box.append(button, note);
  return box;
};

/** Uploads with a progress bar; without scripting the form posts the same file itself. */
export function followUploads(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-upload]");
  if (!form) return;
  acceptDrops(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

function acceptDrops(form: HTMLFormElement): void {
  for (const zone of form.querySelectorAll<HTMLElement>(".drop")) {
    const input = zone.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) continue;
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
    });
  }
}

function say(form: HTMLFormElement, text: string, share?: number): void {
  const box = form.querySelector<HTMLElement>("[data-upload-progress]");
  const words = form.querySelector<HTMLElement>("[data-upload-words]");
  const bar = form.querySelector<HTMLProgressElement>("progress");
  if (!box || !words || !bar) return;
  box.hidden = false;
  words.textContent = text;
  if (share === undefined) bar.removeAttribute("value");
  else bar.value = share;
}

function send(form: HTMLFormElement): void {
  const request = new XMLHttpRequest();
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  let announced = -1;
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.upload.addEventListener("progress", (event) => {
    const tenth = event.lengthComputable ? Math.floor((event.loaded / event.total) * 10) : 0;
    const bar = form.querySelector<HTMLProgressElement>("progress");
    if (bar && event.lengthComputable) bar.value = event.loaded / event.total;
    if (tenth === announced) return;
    announced = tenth;
    say(form, `Uploading: ${tenth * 10} % sent`, event.lengthComputable ? event.loaded / event.total : undefined);
  });
  request.upload.addEventListener("load", () => say(form, "Uploaded. The server is reading the file."));
  request.addEventListener("error", () => fail(form, button, "The connection broke. Check the network and send the file again."));
  request.addEventListener("load", () => arrive(form, button, request));
  if (button) button.disabled = true;
  say(form, "Uploading: 0 % sent", 0);
  request.send(new FormData(form));
}

function fail(form: HTMLFormElement, button: HTMLButtonElement | null, text: string): void {
  say(form, text, 0);
  if (button) button.disabled = false;
}

function arrive(form: HTMLFormElement, button: HTMLButtonElement | null, request: XMLHttpRequest): void {
  if (request.status < 400 && new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
    location.assign(request.responseURL);
    return;
  }
  fail(form, button, reasonOf(request) ?? `The server refused the file (HTTP ${request.status}).`);
}

/** The reason of an error page, or of problem details where no page could be made. */
function reasonOf(request: XMLHttpRequest): string | undefined {
  if (request.getResponseHeader("Content-Type")?.includes("json")) {
    const problem = JSON.parse(request.responseText);
    return [problem.detail, problem.remedy].filter(Boolean).join(" Remedy: ");
  }
  const answer = new DOMParser().parseFromString(request.responseText, "text/html");
  return answer.querySelector("[data-problem]")?.textContent?.trim();
}

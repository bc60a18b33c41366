// A new import: shows what the chosen file's columns seem to mean, then how far its upload has come.
const form = document.querySelector('form.import-form');
const file = form.querySelector('input[type=file]');
const kind = form.querySelector('[name=kind]');
const columns = document.getElementById('import-columns');
const faults = form.querySelector('[data-import-faults]');
const upload = form.querySelector('[data-import-upload]');
const meter = upload.querySelector('progress');
const button = form.querySelector('button:not([type=button])');
const headers = {
  'HX-Request': 'true',
  'X-CSRF-Token': document.querySelector('meta[name="csrf-token"]').content,
};

const fragmentOf = text => new DOMParser().parseFromString(text, 'text/html');

function say(texts) {
  faults.replaceChildren(...texts.map(text => {
    const alert = document.createElement('div');
    alert.className = 'alert alert-danger';
    alert.setAttribute('role', 'alert');
    alert.textContent = text;
    return alert;
  }));
  if (texts.length > 0) faults.scrollIntoView({ block: 'nearest' });
}

const faultsIn = page => {
  const said = [...page.querySelectorAll('form .alert, form .invalid-feedback')];
  const shown = said.length > 0 ? said : [...page.querySelectorAll('.alert')];
  shown.forEach(f => f.querySelector('.alert-heading')?.remove());
  return shown.map(f => f.textContent.trim().replace(/\s+/g, ' '));
};

let looking = new AbortController();

// Only the latest choice of file and kind is shown, whichever answer comes first.
async function look() {
  looking.abort();
  const { signal } = looking = new AbortController();
  columns.replaceChildren();
  say([]);
  const chosen = file.files[0];
  if (!chosen) return;
  if (chosen.size > Number(file.dataset.importLargest)) return say([file.dataset.importTooLarge]);
  const body = new FormData();
  body.set('kind', kind.value);
  body.set('file', chosen.slice(0, Number(file.dataset.importSample)), chosen.name);
  try {
    const answer = await fetch(file.dataset.importColumns, { method: 'POST', body, headers, signal });
    const page = fragmentOf(await answer.text());
    if (answer.ok) columns.replaceChildren(...page.body.children);
    else say(faultsIn(page));
  } catch {
    if (!signal.aborted) say([file.dataset.importLost]);
  }
}

function rest() {
  upload.hidden = true;
  button.disabled = false;
  button.classList.remove('btn-loading');
}

function send() {
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', event => { meter.value = event.total ? event.loaded * 100 / event.total : 0; });
  request.upload.addEventListener('load', () => meter.removeAttribute('value'));
  request.addEventListener('load', () => {
    const next = request.getResponseHeader('HX-Redirect');
    if (next) return location.assign(next);
    rest();
    say(faultsIn(fragmentOf(request.responseText)));
  });
  request.addEventListener('error', () => {
    rest();
    say([file.dataset.importLost]);
  });
  say([]);
  button.disabled = true;
  button.classList.add('btn-loading');
  upload.hidden = false;
  request.send(new FormData(form));
}

file.addEventListener('change', look);
kind.addEventListener('change', look);
form.addEventListener('submit', event => {
  event.preventDefault();
  const chosen = file.files[0];
  if (chosen && chosen.size > Number(file.dataset.importLargest)) say([file.dataset.importTooLarge]);
  else send();
});
if (file.files.length > 0) look();
